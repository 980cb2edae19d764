package org.passerelle.api.booking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.booking.BookingView.ScheduleView;
import org.passerelle.api.booking.content.ConferenceView;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteClock;
import org.passerelle.waitlist.WaitlistEntry;

/**
 * A place in the line as told to whose it is.
 *
 * @param position 1 for whoever is served first; while waiting
 * @param booking the hold to confirm, once offered
 * @param heldUntil when the offer lapses
 */
@Schema(name = "Wait")
record WaitView(
        String id,

        @Schema(allowableValues = {"WAITING", "OFFERED", "TAKEN", "LEFT", "EXPIRED"})
        String state,

        @Nullable Integer position,
        Instant created,
        @Nullable Instant until,
        @Nullable String booking,
        @Nullable Instant heldUntil,
        @JsonUnwrapped WantedView wanted,
        @JsonUnwrapped ScheduleView schedule,
        List<String> rooms,
        @Schema(implementation = OnConflict.class) String onConflict,
        boolean reacquire) {

    /** What somebody wants the rooms for. */
    record WantedView(
            String title,
            String notes,
            @Schema(implementation = Visibility.class) String visibility,
            int headcount,
            List<BookingView.AttendeeView> attendees,
            @Nullable ConferenceView conference) {

        private static WantedView of(Content content) {
            return new WantedView(
                    content.title(),
                    content.notes(),
                    content.visibility().name(),
                    content.headcount(),
                    content.attendees().stream()
                            .map(BookingView.AttendeeView::of)
                            .toList(),
                    content.conference()
                            .map(wish -> ConferenceView.of(wish, true))
                            .orElse(null));
        }
    }

    /** @param clock of the site of its first room; empty if there is none any more */
    static WaitView of(WaitlistEntry entry, Optional<Integer> position, Optional<SiteClock> clock) {
        BookingOrder order = entry.order();
        return new WaitView(
                entry.id(),
                entry.state().name(),
                position.orElse(null),
                entry.created(),
                entry.until().orElse(null),
                entry.booking().map(BookingId::value).orElse(null),
                entry.standing().offer().map(WaitlistEntry.HoldOffer::until).orElse(null),
                WantedView.of(order.content()),
                ScheduleView.of(order.schedule(), clock),
                order.rooms().stream().map(RoomId::value).toList(),
                order.onConflict().name(),
                order.reacquire());
    }
}
