package org.passerelle.device.dialin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.booking.model.BookingId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A booking has one number, and a number has one booking. */
@FactsOf(DialInNumbers.class)
public abstract class DialInNumbersContract extends StoreContract {

    private DialInNumbers numbers;

    @BeforeEach
    void begin() {
        numbers = new DialInNumbers(mongo());
    }

    @Test
    void givesABookingOneNumberHoweverManyAskAtOnce() {
        BookingId booking = BookingId.random();

        List<String> given = Together.all(IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> new DialInNumbers(mongo()).of(booking))
                .toList());

        assertThat(given).containsOnly(numbers.of(booking)).allMatch(number -> number.matches("[1-9][0-9]{8}"));
        assertThat(numbers.bookings()).containsExactly(booking);
    }

    @Test
    void givesEachBookingAnother() {
        List<BookingId> bookings =
                IntStream.range(0, 20).mapToObj(i -> BookingId.random()).toList();

        List<String> given = bookings.stream().map(numbers::of).toList();

        assertThat(given).doesNotHaveDuplicates();
        assertThat(given)
                .extracting(number -> numbers.booking(number).orElseThrow())
                .isEqualTo(bookings);
    }

    @Test
    void forgetsTheNumberOfABookingAndNoOther() {
        BookingId gone = BookingId.random();
        BookingId kept = BookingId.random();
        String number = numbers.of(gone);
        numbers.of(kept);

        numbers.forget(gone);
        numbers.forget(gone);

        assertThat(numbers.booking(number)).isEmpty();
        assertThat(numbers.bookings()).containsExactly(kept);
    }
}
