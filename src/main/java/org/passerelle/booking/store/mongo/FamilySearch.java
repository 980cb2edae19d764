package org.passerelle.booking.store.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Holding;
import org.passerelle.time.Interval;

/** Finds the documents in which something may be found; whoever asks looks closer. May return more than was asked for, never less. */
interface FamilySearch {

    /** Read at once. The embedded server puts a whole batch in one message of at most 48 MB: twenty of the largest fit. */
    int A_BATCH = 20;

    /** Those that hold at least one of {@code claims}. */
    Collection<Family> holding(Collection<Long> claims);

    /** Those that hold one of {@code numbers} at some moment of {@code window}. */
    Collection<Family> occupying(Collection<Integer> numbers, Interval window);

    /** The same of what was made for {@code organisation}. */
    default Collection<Family> occupying(Collection<Integer> numbers, Interval window, OrganisationId organisation) {
        return occupying(numbers, window);
    }

    /** The same without the documents {@code known}. */
    default Collection<Family> occupying(Collection<Integer> numbers, Interval window, Set<String> known) {
        return occupying(numbers, window).stream()
                .filter(family -> !known.contains(family.root()))
                .toList();
    }

    /** Those with a booking of {@code organiser} that is alive. */
    Collection<Family> madeBy(PersonId organiser);

    /** Those with a booking of {@code organiser} that was called off or declined. */
    Collection<Family> voidMadeBy(PersonId organiser);

    /** Those with a booking that is alive, invites {@code whom} and has a date that ends after {@code since}. */
    Collection<Family> inviting(EmailAddress whom, Instant since);

    /** Those with a hold that is still open, or with a request. */
    Collection<Family> undecided();

    /** What every document holds of rooms, from memory where there is one. */
    void holdings(Consumer<Holding> each);

    /** The bookings that lack rooms which they would win back. */
    Collection<BookingId> missingRooms();

    /**
     * Takes note of a family that was just written, at the version it was written at.
     *
     * @param holding what it holds
     */
    void wrote(Family family, Holding holding);

    /** Comes round every minute, for what is to be done now and then. */
    default void keepUp() {}

    /** Keeps what is remembered anew, and nothing of what was kept before. */
    default void keepAnew() {}
}
