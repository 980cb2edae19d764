package org.passerelle.api.reception;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.reception.DeskGuest;
import org.passerelle.reception.ExpectedGuest;

/** The guests of a booking. */
@Schema(name = "Guests")
record GuestsView(List<GuestView> guests) {

    /** One of them, as told to clients and sent by them. */
    @Schema(name = "Guest")
    record GuestView(String name, String organisation) {

        static GuestView of(ExpectedGuest guest) {
            return new GuestView(guest.name(), guest.organisation());
        }
    }

    /**
     * One of them on one date, as the reception expects them.
     *
     * @param id names them on that date alone
     * @param arrived when they came; null while they have not
     */
    @Schema(name = "GuestAtReception")
    record ExpectedGuestView(
            String id,
            String name,
            String organisation,
            @Nullable Instant arrived) {

        static ExpectedGuestView of(DeskGuest guest) {
            return new ExpectedGuestView(
                    guest.id(),
                    guest.guest().name(),
                    guest.guest().organisation(),
                    guest.arrived().orElse(null));
        }
    }

    /** What clients send in its place. */
    @Schema(name = "GuestsRequest")
    record GuestsFields(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "All of them, at most 100") @Nullable
            List<@Nullable GuestFields> guests) {}

    /** One of them as sent. */
    @Schema(name = "GuestRequest")
    record GuestFields(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "At most 100 characters") @Nullable
            String name,

            @Schema(description = "Whom they come from, at most 100 characters") @Nullable
            String organisation) {}

    static GuestsView of(List<ExpectedGuest> guests) {
        return new GuestsView(guests.stream().map(GuestView::of).toList());
    }
}
