package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Bookings;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.platform.StoreAccess;

class RecentBookingsTests {

    private static final Booking MEETING =
            CalendarBookings.single("Europe/Paris", "2026-03-30T10:00", Duration.ofHours(1));

    private final Collection<Object> read = new ArrayList<>();
    private final RecentBookings recent = new RecentBookings(new BookingDesk(none()).reading, StoreAccess.EXCLUSIVE);

    /** A store in which nothing is found, but in which it is noted what was looked for. */
    private Bookings none() {
        return (Bookings) Proxy.newProxyInstance(
                Bookings.class.getClassLoader(), new Class<?>[] {Bookings.class}, (store, method, asked) -> {
                    read.addAll((Collection<?>) asked[0]);
                    return List.of();
                });
    }

    private static String root(int number) {
        return "%032x".formatted(number);
    }

    private void write(int number) {
        Booking booking = new Booking(
                new Identity(
                        new BookingId(root(number)),
                        MEETING.uid(),
                        MEETING.identity().requestDigest()),
                MEETING.owner(),
                MEETING.content(),
                MEETING.schedule(),
                MEETING.rooms(),
                MEETING.dates(),
                MEETING.status());
        recent.wrote(
                new Holding(root(number), 1, List.of()), new BookingWrite(root(number), List.of(), List.of(booking)));
    }

    private static Map<String, Long> first(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(RecentBookingsTests::root)
                .collect(Collectors.toMap(root -> root, root -> 1L));
    }

    @Test
    void knowsThoseWrittenLastHoweverManyThereAre() {
        IntStream.range(0, 30_000).forEach(this::write);

        assertThat(recent.at(first(21_000, 30_000))).hasSize(9_000);
        assertThat(read).isEmpty();
    }

    @Test
    void readsThoseOfLongAgo() {
        IntStream.range(0, 30_000).forEach(this::write);

        assertThat(recent.at(first(0, 3))).isEmpty();
        assertThat(read).containsExactlyInAnyOrder(root(0), root(1), root(2));
    }

    @Test
    void readsWhatAnotherHasWrittenSince() {
        write(1);
        recent.wrote(new Holding(root(1), 2, List.of()));

        assertThat(recent.at(first(1, 2))).isEmpty();
        assertThat(read).containsExactly(root(1));
    }
}
