package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.store.Bookings.Write;
import org.passerelle.booking.store.RoomBlocks;
import org.passerelle.time.Interval;

/** What is held for no booking keeps bookings out, and shows up nowhere among them. */
interface BlockContract {

    BookingDesk desk();

    StoredBookings stored();

    private RoomBlocks blocks() {
        return (RoomBlocks) desk().bookings;
    }

    private static List<Long> claims(String from, String to) {
        return Claims.of(SEINE.numbers(), Interval.of(Instant.parse(from), Instant.parse(to)))
                .boxed()
                .collect(Collectors.toList());
    }

    @Test
    default void whatIsBlockedCannotBeBookedUntilItIsLetGoOf() {
        BookingId id = BookingId.forName("block");
        List<Long> nineToTen = claims("2026-04-01T07:00:00Z", "2026-04-01T08:00:00Z");
        assertThat(blocks().block(id, nineToTen)).isEqualTo(Write.WRITTEN);

        assertThat(desk().book(CAMILLE, anOrder(SEINE))).isInstanceOf(BookingResult.Occupied.class);
        assertThat(blocks().blocked(List.of(id, BookingId.forName("other")))).containsExactlyElementsOf(nineToTen);
        assertThat(desk().bookings.find(id)).isEmpty();
        assertThat(stored().all()).isEmpty();
        assertThat(desk().busy(SEINE, "2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z"))
                .isEmpty();

        blocks().unblock(id);
        blocks().unblock(id);
        desk().booked(CAMILLE, anOrder(SEINE));
        assertThat(stored().count()).isEqualTo(1);
    }

    @Test
    default void nothingIsBlockedThatIsBookedAndNothingTwiceUnderOneName() {
        desk().booked(CAMILLE, anOrder(SEINE));
        BookingId id = BookingId.forName("block");

        assertThat(blocks().block(id, claims("2026-04-01T07:55:00Z", "2026-04-01T09:00:00Z")))
                .isEqualTo(Write.COLLIDES);
        assertThat(blocks().block(id, claims("2026-04-01T08:00:00Z", "2026-04-01T09:00:00Z")))
                .isEqualTo(Write.WRITTEN);
        assertThat(blocks().block(id, claims("2026-04-01T08:00:00Z", "2026-04-01T09:00:00Z")))
                .isEqualTo(Write.EXISTS);
        blocks().unblock(id);
    }

    @Test
    default void aBookingIsNoBlock() {
        BookingId booked = desk().booked(CAMILLE, anOrder(SEINE)).id();

        blocks().unblock(booked);

        assertThat(blocks().blocked(List.of(booked))).isEmpty();
        assertThat(desk().bookings.find(booked)).isPresent();
    }
}
