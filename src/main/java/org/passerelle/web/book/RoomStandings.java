package org.passerelle.web.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.ProposalTerms;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.passerelle.web.book.RoomChoices.RoomStanding;
import org.passerelle.web.book.RoomChoices.Standing;

/**
 * Whether rooms can be had; a guide, never the guard.
 *
 * @param bookings all that hold one of the rooms at one of the times
 * @param usedUp rooms that quotas keep from the person
 */
record RoomStandings(
        RoomChoices.AskedRooms asked,
        Directory directory,
        List<Booking> bookings,
        Set<RoomId> usedUp,
        ProposalTerms terms,
        Instant now) {

    /** How many they are is judged when they book. */
    private static final Content NOTHING =
            new Content("?", "", Visibility.ORGANISATION, 0, List.of(), Optional.empty());

    /** @param units how many are needed of what is countable */
    RoomStanding at(Interval time, Room asItIs, int units) {
        Room room = asked.layout().map(asItIs::laidOut).orElse(asItIs);
        var date = new Proposal.Date(time.start(), time, List.of(room));
        BookingDecision decision =
                BookingPolicy.decide(new Proposal(asked.person(), NOTHING, List.of(date), directory, now, terms));
        if (decision instanceof BookingDecision.Refused refused) {
            return new RoomStanding(Standing.of(refused.reasons().get(0).code()), 0);
        }
        if (usedUp.contains(room.id())) {
            return new RoomStanding(Standing.QUOTA, 0);
        }
        int left = left(room, time);
        int needed = room.isCountable() ? units : room.numbers().size();
        Standing free = decision instanceof BookingDecision.NeedsApproval ? Standing.ON_REQUEST : Standing.FREE;
        return new RoomStanding(left < needed ? Standing.TAKEN : free, left);
    }

    /** How many of its numbers nobody has at {@code time}. */
    private int left(Room room, Interval time) {
        Place needed = Place.around(room, room.numbers(), time);
        long taken = bookings.stream()
                .flatMap(RequestedMoves::with)
                .flatMap(Booking::occupying)
                .flatMap(date -> date.places().stream())
                .filter(needed::excludes)
                .flatMap(place -> place.numbers().stream())
                .filter(room.numbers()::contains)
                .distinct()
                .count();
        return room.numbers().size() - (int) taken;
    }
}
