package org.passerelle.calendar.feed.cache;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.calendar.write.AnswerLines;
import org.passerelle.calendar.write.Disclosure;
import org.passerelle.calendar.write.EventRendering;
import org.passerelle.calendar.write.EventWriter.WrittenDate;
import org.passerelle.calendar.write.Joining;
import org.passerelle.calendar.write.WrittenBooking;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** A booking with the dates that a feed shows of it, written at most once for each way of telling it. */
public final class CachedEvent {

    public static final Comparator<CachedEvent> BY_START = Comparator.comparing(
                    (CachedEvent each) -> each.shown.get(0).time().start())
            .thenComparing(each -> each.booking.id().value())
            .thenComparing(each -> each.booking.uid().value());

    private static final int BYTES = 1_500;
    private static final int BYTES_A_DATE = 300;

    private record Way(Disclosure disclosure, Locale locale, Optional<Joining> who) {}

    private final Booking booking;
    private final List<Occurrence> shown;
    private final AnswerLines answers;
    private final Map<Way, WrittenBooking> written = new ConcurrentHashMap<>(2);

    /**
     * @param shown at least one date, by start
     * @param answers of the invited, if its source tells them
     */
    CachedEvent(Booking booking, List<Occurrence> shown, AnswerLines answers) {
        this.booking = booking;
        this.shown = List.copyOf(shown);
        this.answers = answers;
    }

    CachedEvent with(AnswerLines answers) {
        return new CachedEvent(booking, shown, answers);
    }

    public Booking booking() {
        return booking;
    }

    public boolean isWithin(Interval window) {
        for (Occurrence date : shown) {
            if (date.time().overlaps(window)) {
                return true;
            }
        }
        return false;
    }

    /** When the first date begins that is not over at {@code now}; empty if all are. */
    public Optional<Instant> next(Instant now) {
        return shown.stream()
                .filter(date -> date.time().end().isAfter(now))
                .map(date -> date.time().start())
                .findFirst();
    }

    /** How far away it is, in seconds: what is over, however lately, is farther than all that comes. */
    public long distance(Instant now) {
        return next(now)
                .map(start -> Math.max(0, start.getEpochSecond() - now.getEpochSecond()))
                .orElseGet(() -> Integer.MAX_VALUE
                        + now.getEpochSecond()
                        - shown.get(0).time().start().getEpochSecond());
    }

    /** @param source in whose cache it lies; of a booking that is not told only its rooms are named, if any are */
    public WrittenBooking written(
            Disclosure disclosure, Locale locale, Optional<Joining> who, FeedSource source, EventRendering rendering) {
        return written.computeIfAbsent(new Way(disclosure, locale, who), way -> {
            Set<RoomId> named = disclosure == Disclosure.ROOMS
                    ? shown.stream()
                            .flatMap(date -> source.rooms(date).stream())
                            .collect(Collectors.toSet())
                    : Set.of();
            return rendering.of(new WrittenDate(booking, shown, disclosure, named, locale, who, answers));
        });
    }

    /** About what it takes of memory, in bytes, its events included. */
    int weight() {
        return BYTES + BYTES_A_DATE * booking.occurrences().size();
    }
}
