package org.passerelle.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.booking.BookingAttemptListener;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.platform.work.CorrelationId;
import org.passerelle.platform.work.CorrelationId.Door;

/**
 * Counts bookings that were made or changed, and the reasons for which they were not. What was done before, under the same
 * idempotency key, is not counted again.
 */
final class BookingMetrics implements BookingAttemptListener {

    /** All of them from the start, so that the first of a kind is seen as an increase. */
    private final Map<Door, Map<Act, Counter>> bookings;

    private final Map<Door, Map<ReasonCode, Counter>> refusals;

    BookingMetrics(MeterRegistry registry) {
        this.bookings = byDoor(door -> each(
                Act.class,
                act -> Counter.builder("passerelle.bookings")
                        .description(
                                "Bookings that were made (book, hold), changed, cancelled or given back because nobody came (release)")
                        .tag("act", act.name().toLowerCase(Locale.ROOT))
                        .tag("door", door.token())
                        .register(registry)));
        this.refusals = byDoor(door -> each(
                ReasonCode.class,
                code -> Counter.builder("passerelle.refusals")
                        .description("Attempts to make or to change a booking that were refused, once for each reason")
                        .tag("reason", code.token())
                        .tag("door", door.token())
                        .register(registry)));
    }

    private static <V> Map<Door, V> byDoor(Function<Door, V> made) {
        return each(Door.class, made);
    }

    private static <K extends Enum<K>, V> Map<K, V> each(Class<K> keys, Function<K, V> made) {
        Map<K, V> all = new EnumMap<>(keys);
        EnumSet.allOf(keys).forEach(key -> all.put(key, made.apply(key)));
        return all;
    }

    @Override
    public void ended(Act act, BookingResult result) {
        // What came in neither by API, page nor mail comes of the program itself.
        Door door = CorrelationId.current().map(CorrelationId::door).orElse(Door.JOB);
        if (result instanceof BookingResult.Done) {
            count(bookings, door, act);
        } else if (result instanceof BookingResult.Occupied) {
            count(refusals, door, ReasonCode.ROOM_OCCUPIED);
        } else if (result instanceof BookingResult.Refused refused) {
            Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
            refused.reasons().stream().map(Reason::code).forEach(codes::add);
            codes.forEach(code -> count(refusals, door, code));
        }
    }

    private static <K> void count(Map<Door, Map<K, Counter>> counters, Door door, K key) {
        Counter counter = counters.getOrDefault(door, Map.of()).get(key);
        if (counter != null) {
            counter.increment();
        }
    }
}
