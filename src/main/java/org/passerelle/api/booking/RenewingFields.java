package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.api.Fields;
import org.passerelle.api.InvalidRequest;
import org.passerelle.calendar.write.Joining;
import org.passerelle.directory.RoomId;

/** Whose link to a conference is to be made void; everybody's where nobody is named. */
@Schema(name = "NewLinks")
record RenewingFields(
        @Schema(description = "Of somebody invited, or of the organiser", example = "kim@example.org") @Nullable
        String email,

        @Schema(description = "Of a room that takes part", example = "melun-visio") @Nullable
        String room) {

    /**
     * Empty if all are meant.
     *
     * @throws InvalidRequest if a field will not do, or both are there
     */
    Optional<Joining> holder() {
        Fields errors = new Fields();
        Optional<Joining> person = email == null
                ? Optional.empty()
                : errors.parsed("email", email, EmailAddress::new, "text.email").map(Joining::person);
        Optional<Joining> place = room == null
                ? Optional.empty()
                : errors.parsed("room", room, RoomId::new, "booking.room-name").map(Joining::room);
        if (email != null && room != null) {
            errors.refuse("room", "conference.one-link");
        }
        errors.requireNone();
        return person.or(() -> place);
    }
}
