package org.passerelle.booking.busy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Schedule;
import org.passerelle.platform.digest.Digests;

/**
 * Shows what is asked for in the place of dates as requests of their own, for it holds rooms just as these do: whoever looks at
 * what holds rooms need not know that it is part of another booking.
 */
public final class RequestedMoves {

    /** How the UIDs of these requests begin. */
    private static final String UID = "requested-";

    private RequestedMoves() {}

    /** Whether {@code booking} is such a request, and not one that is stored. */
    public static boolean isOne(Booking booking) {
        return booking.uid().value().startsWith(UID);
    }

    /** The booking, and after it a request for each move that is asked for in it. */
    public static Stream<Booking> with(Booking booking) {
        return booking.asking().findAny().isEmpty()
                ? Stream.of(booking)
                : Stream.concat(Stream.of(booking), of(booking));
    }

    /**
     * A request for each move that is asked for in {@code booking}: of the same id, under a UID of its own, with one date.
     */
    public static Stream<Booking> of(Booking booking) {
        return booking.asking().map(date -> request(booking, date));
    }

    private static Booking request(Booking booking, Occurrence date) {
        Occurrence asked = date.asked().orElseThrow();
        Schedule whole = booking.schedule();
        Identity identity = new Identity(
                booking.id(),
                new CalendarUid(UID + Digests.shortHex(booking.uid() + " " + date.recurrenceId())),
                booking.identity().requestDigest());
        return new Booking(
                identity,
                booking.owner(),
                booking.content(),
                new Schedule(
                        asked.time().start().atZone(whole.zone()).toLocalDateTime(),
                        whole.zone(),
                        whole.lengthOf(asked.time()),
                        Optional.empty(),
                        Set.of()),
                asked.rooms(),
                new Booking.Dates(List.of(asked), List.of(), false),
                booking.status()
                        .becoming(
                                BookingState.REQUESTED,
                                date.openRequest().orElseThrow().asked()));
    }
}
