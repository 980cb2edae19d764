package org.passerelle.booking.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * The stored bookings. Each write is one atomic step of the database, guarded by the unique index on claims: it is done
 * wholly, or it is not done and says why.
 */
public interface Bookings {

    /** How a write ended; unless {@link #WRITTEN}, nothing was changed. */
    enum Write {
        WRITTEN,
        /** Another booking holds at least one of the claims. */
        COLLIDES,
        /** The id is taken already, by an earlier try of the same request or by the same idempotency key. */
        EXISTS,
        /** The document has another version by now, or is gone. */
        STALE,
        /** The document would hold more than is good for it, because a series was split very often. */
        TOO_LARGE
    }

    /** Adds a booking that has no part yet in any document. Ends {@code WRITTEN}, {@code COLLIDES} or {@code EXISTS}. */
    Write add(Booking booking);

    /** As {@link #add} for each, whose order is kept in the answer; each is written, or not, for itself. */
    default List<Write> addAll(List<Booking> bookings) {
        return bookings.stream().map(this::add).toList();
    }

    /** Puts {@code changed} in the place of what has its id, if its document still is at {@code changed.version()}. Ends any way but {@code EXISTS}. */
    Write replace(Booking changed);

    /** In one step shortens a series to {@code earlier} and adds {@code later} to the same document, handing over claims. As {@link #replace}. */
    Write split(Booking earlier, Booking later);

    Optional<Booking> find(BookingId id);

    /** The id that the next booking split off {@code id} gets. */
    BookingId nextPart(BookingId id);

    /** Bookings that hold at least one of {@code claims}, lapsed holds included. */
    List<Booking> holding(Collection<Long> claims);

    /** Bookings of which a date holds one of {@code numbers} at some moment of {@code window}, lapsed holds included. */
    List<Booking> occupying(Collection<Integer> numbers, Interval window);

    /** As {@link #occupying(Collection, Interval)}, of those that were made for {@code organisation}. */
    List<Booking> occupying(Collection<Integer> numbers, Interval window, OrganisationId organisation);

    /**
     * Every booking in the documents of which one holds one of {@code numbers} at some moment of {@code window}; may hold
     * those of more documents.
     *
     * @param known roots of documents that are left out
     */
    List<Booking> inDocumentsOccupying(Collection<Integer> numbers, Interval window, Set<String> known);

    /** Bookings made by {@code organiser} and not cancelled, with a date that ends after {@code since}. */
    List<Booking> madeBy(PersonId organiser, Instant since);

    /** Bookings that invite {@code whom} and are not cancelled, with a date that ends after {@code since}. */
    List<Booking> inviting(EmailAddress whom, Instant since);

    /** Bookings made by {@code organiser} that were called off or declined, of which a date was to end after {@code since}. */
    List<Booking> voidMadeBy(PersonId organiser, Instant since);

    /** Gives {@code each} the bookings made for {@code organisation} and not cancelled, with a date that ends after {@code since}, one by one. May look at every document. */
    void madeFor(OrganisationId organisation, Instant since, Consumer<Booking> each);

    /** Every booking in the documents of these {@link BookingId#root() roots}; what is not stored is missing. */
    List<Booking> inDocuments(Collection<String> roots);

    /** All holds that are neither confirmed nor released. */
    List<Booking> held();

    /** All bookings that wait for a decision, on all of them or on what is asked for in the place of a date. */
    List<Booking> requested();

    /** Bookings that lack rooms which they would win back; may name some that no longer do. */
    Collection<BookingId> missingRooms();

    /** Those of {@code rooms} that a booking holds at or after {@code since}. */
    Collection<RoomId> inUse(Collection<RoomId> rooms, Instant since);
}
