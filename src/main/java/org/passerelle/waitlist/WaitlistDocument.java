package org.passerelle.waitlist;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.waitlist.WaitlistEntry.EntryStanding;
import org.passerelle.waitlist.WaitlistEntry.HoldOffer;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A place in the queue as stored.
 *
 * @param place of whom, and which of the places that they may have, as {@link #place} writes it; unique, and null once it is over
 */
@Document(WaitlistDocument.COLLECTION)
record WaitlistDocument(
        @Id String id,
        String person,
        StoredOrder order,
        Course course,
        String state,
        long version,
        @Nullable String place) {

    static final String COLLECTION = "waitlist";

    /**
     * @param until null if they did not say
     * @param booking null until rooms are offered, as is {@code heldUntil}
     */
    record Course(
            Instant created,
            @Nullable Instant until,
            Instant changed,
            int overtaken,
            @Nullable String booking,
            @Nullable Instant heldUntil) {}

    /** The name of one of the places that {@code person} may have, from 1 on. */
    static String place(String person, int number) {
        return person + " " + number;
    }

    /** @param place which of the places of its person it takes; null if it takes none */
    static WaitlistDocument of(WaitlistEntry entry, @Nullable String place) {
        EntryStanding standing = entry.standing();
        return new WaitlistDocument(
                entry.id(),
                entry.person().text(),
                StoredOrder.of(entry.order()),
                new Course(
                        entry.created(),
                        entry.until().orElse(null),
                        standing.changed(),
                        standing.overtaken(),
                        entry.booking().map(BookingId::value).orElse(null),
                        standing.offer().map(HoldOffer::until).orElse(null)),
                standing.state().name(),
                standing.version(),
                place);
    }

    WaitlistEntry toEntry() {
        Optional<HoldOffer> offer = Optional.ofNullable(course.booking())
                .flatMap(booking -> Optional.ofNullable(course.heldUntil())
                        .map(until -> new HoldOffer(new BookingId(booking), until)));
        return new WaitlistEntry(
                id,
                PersonId.read(person),
                order.toOrder(),
                course.created(),
                Optional.ofNullable(course.until()),
                new EntryStanding(WaitlistState.valueOf(state), offer, course.overtaken(), course.changed(), version));
    }
}
