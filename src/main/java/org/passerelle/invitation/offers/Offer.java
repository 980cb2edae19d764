package org.passerelle.invitation.offers;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * What somebody may book instead.
 *
 * @param id a hash of the secret in its link
 * @param person who they are: it is good for nothing once another has the address, or an account that had it has ended
 * @param whom it is made to; the booking will be theirs, and invite them
 * @param asked what they asked for, and did not get
 * @param choices the most welcome first
 * @param until when the link is good for nothing
 */
record Offer(String id, PersonId person, Attendee whom, AskedTime asked, List<OfferedSlot> choices, Instant until) {

    Offer {
        choices = List.copyOf(choices);
    }

    /** @param zone in which the times are told */
    record AskedTime(Content content, Interval time, ZoneId zone) {}

    /** Rooms at a time. */
    record OfferedSlot(List<RoomId> rooms, Interval time) {

        OfferedSlot {
            rooms = List.copyOf(rooms);
        }

        /** Names it among the choices of one offer. */
        String key() {
            return time.start().getEpochSecond() + "_"
                    + String.join("_", rooms.stream().map(RoomId::value).toList());
        }
    }

    Optional<OfferedSlot> choice(String key) {
        return choices.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    Offer with(List<OfferedSlot> others) {
        return new Offer(id, person, whom, asked, others, until);
    }

    /** The order that takes {@code choice}; it invites whoever takes it, so that their calendar gets to know. */
    BookingOrder order(OfferedSlot choice) {
        Content content = asked.content();
        Content inviting = new Content(
                content.title(),
                content.notes(),
                content.visibility(),
                content.headcount(),
                List.of(whom),
                content.conference());
        LocalDateTime start = LocalDateTime.ofInstant(choice.time().start(), asked.zone());
        Schedule schedule = new Schedule(start, asked.zone(), choice.time().length(), Optional.empty(), Set.of());
        return new BookingOrder(inviting, schedule, choice.rooms(), OnConflict.REJECT, false);
    }
}
