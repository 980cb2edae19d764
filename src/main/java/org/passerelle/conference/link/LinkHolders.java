package org.passerelle.conference.link;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.video.LinkGenerations;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.JoinTokens;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.springframework.stereotype.Component;

/** Finds out for whom a link to a booking's conference was made. It tells nothing by itself, so all who might have it are tried. */
@Component
class LinkHolders {

    /** How many generations back a link that was made void is still told from one that never was. */
    private static final int MEMORY = 20;

    private final JoinTokens tokens;
    private final Accounts accounts;

    LinkHolders(JoinTokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /**
     * Those who take part now: people, rooms, and everybody else as one. An organiser whose account has ended has no link
     * any more.
     */
    Stream<Joining> all(Booking booking, Directory directory) {
        return Stream.of(Stream.of(Joining.everybody()), people(booking), rooms(booking, directory))
                .flatMap(each -> each);
    }

    /** Among those who take part now. */
    Optional<Joining> holder(Booking booking, LinkGenerations links, String token, Directory directory) {
        return all(booking, directory)
                .filter(who -> tokens.isFor(booking.id(), links.of(who.key()), who, token))
                .findFirst();
    }

    /** Whether it was good once, for one of those who take part now. */
    boolean wasGood(Booking booking, LinkGenerations links, String token, Directory directory) {
        return all(booking, directory)
                .anyMatch(who -> earlier(links.of(who.key()))
                        .anyMatch(generation -> tokens.isFor(booking.id(), generation, who, token)));
    }

    private static IntStream earlier(int generation) {
        return IntStream.range(Math.max(0, generation - MEMORY), generation);
    }

    /** A room that does not take part, as when another stands in for it by now. */
    Optional<Joining> otherRoom(Booking booking, LinkGenerations links, String token, Directory directory) {
        return directory.rooms().stream()
                .map(room -> Joining.room(room.id()))
                .filter(who -> tokens.isFor(booking.id(), links.of(who.key()), who, token))
                .findFirst();
    }

    private Stream<Joining> people(Booking booking) {
        return Stream.concat(
                        accounts.addressOf(booking.owner().organiser()).stream(),
                        booking.content().attendees().stream().map(attendee -> attendee.email()))
                .map(Joining::person);
    }

    /** Those that are held, and those that are a part of one or have one as a part. */
    private static Stream<Joining> rooms(Booking booking, Directory directory) {
        Set<Integer> numbers = booking.occurrences().stream()
                .map(Occurrence::places)
                .flatMap(Collection::stream)
                .map(Place::numbers)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return directory.rooms().stream()
                .filter(room -> room.numbers().stream().anyMatch(numbers::contains))
                .map(Room::id)
                .map(Joining::room);
    }
}
