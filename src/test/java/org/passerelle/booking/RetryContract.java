package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.store.Bookings;

/** Whoever asks twice for one thing gets one thing. */
public interface RetryContract {

    BookingDesk desk();

    StoredBookings stored();

    private BookingResult book(Person person, BookingOrder order, String key, String digest) {
        return desk().booking.book(person, order, Optional.empty(), RequestKey.repeatable(person.id(), key, digest));
    }

    @Test
    default void answersTheSameRequestUnderTheSameKeyWithTheSameBooking() {
        Booking first = done(book(CAMILLE, anOrder(SEINE), "key", "digest"));

        BookingResult second = book(CAMILLE, anOrder(SEINE), "key", "digest");

        assertThat(second).isEqualTo(new BookingResult.DoneBefore(first));
        assertThat(stored().count()).isEqualTo(1);
    }

    @Test
    default void refusesAKeyThatWasUsedForAnotherRequest() {
        done(book(CAMILLE, anOrder(SEINE), "key", "digest"));

        BookingResult other = book(CAMILLE, changed(anOrder(SEINE), at("2026-04-02T09:00")), "key", "other digest");

        assertThat(other).isInstanceOf(BookingResult.KeyReused.class);
    }

    @Test
    default void keepsApartTheKeysOfTwoPeople() {
        done(book(CAMILLE, anOrder(SEINE), "key", "digest"));

        done(book(NADIA, changed(anOrder(SEINE), at("2026-04-02T09:00")), "key", "digest"));
    }

    @Test
    default void findsTheBookingOfAKeyAlsoWhenTheTimeHasPassed() {
        Booking first = done(book(CAMILLE, anOrder(SEINE), "key", "digest"));
        desk().clock.advance(Duration.ofDays(30));

        BookingResult second = book(CAMILLE, anOrder(SEINE), "key", "digest");

        assertThat(second).isEqualTo(new BookingResult.DoneBefore(first));
    }

    @Test
    default void makesOneBookingOfTheSameRequestSentEightTimesAtOnce() {
        Callable<BookingResult> request = () -> book(CAMILLE, anOrder(SEINE, Rooms.PROJECTORS), "key", "digest");

        var results = Together.all(Collections.nCopies(8, request));

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(1);
        assertThat(results)
                .filteredOn(result -> result instanceof BookingResult.DoneBefore)
                .hasSize(7);
        assertThat(stored().count()).isEqualTo(1);
    }

    @Test
    default void insertsOnceWhatIsInsertedTwice() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));

        Bookings.Write again = desk().bookings.add(made);

        assertThat(again).isEqualTo(Bookings.Write.EXISTS);
        assertThat(stored().count()).isEqualTo(1);
    }
}
