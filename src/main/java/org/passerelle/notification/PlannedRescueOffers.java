package org.passerelle.notification;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.rescue.RescueLinks;
import org.passerelle.rescue.RescueMeeting;
import org.passerelle.rescue.RescueWish;
import org.springframework.stereotype.Component;

/** As the rescue of meetings plans it at the moment of writing. */
@Component
class PlannedRescueOffers implements RescueOffers {

    private final RescueLinks links;
    private final RescueMeeting rescue;
    private final Directories directories;

    PlannedRescueOffers(RescueLinks links, RescueMeeting rescue, Directories directories) {
        this.links = links;
        this.rescue = rescue;
        this.directories = directories;
    }

    @Override
    public URI link(BookingId booking, Instant recurrenceId, PersonId person) {
        return links.of(booking, recurrenceId, person);
    }

    @Override
    public Optional<OccurrenceSnapshot> instead(Person person, Booking booking, OccurrenceSnapshot failed) {
        if (!new BookingAccess(person, booking, directories.current()).mayRun()) {
            return Optional.empty();
        }
        RescueWish wish = RescueWish.looking(Optional.of(failed.recurrenceId()), failed.rooms());
        return rescue.plan(person, booking.id(), wish)
                .flatMap(plan -> plan.moves().stream().findFirst())
                .map(move -> new OccurrenceSnapshot(
                        failed.recurrenceId(),
                        move.time(),
                        move.rooms().stream().map(Room::id).toList()));
    }
}
