package org.passerelle.calendar.feed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.calendar.feed.cache.CachedEvent;
import org.passerelle.calendar.feed.cache.FeedCache;
import org.passerelle.calendar.feed.cache.FeedCaches;
import org.passerelle.calendar.feed.cache.FeedEvent;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.ContentTag;
import org.passerelle.calendar.write.Disclosure;
import org.passerelle.calendar.write.EventRendering;
import org.passerelle.calendar.write.Joining;
import org.passerelle.calendar.write.OpeningHoursComponent;
import org.passerelle.calendar.write.TimeZoneTexts;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Writes calendars for programs that subscribe to them: Outlook, Google, Apple, Thunderbird. What is called off is
 * absent, since half of them would show a cancelled event as if it took place.
 */
@Component
public class FeedWriter {

    /** Google is said to refuse more than a megabyte. */
    public static final int MOST_BYTES = 1_000_000;

    private static final int BYTES_BESIDE_EVENTS = 40_000;
    private static final byte[] END = "END:VCALENDAR\r\n".getBytes(StandardCharsets.US_ASCII);

    private final EventRendering.Factory rendering;
    private final FeedHead head;
    private final Clock clock;
    private final TimeZoneTexts zones = new TimeZoneTexts();

    FeedWriter(EventRendering.Factory rendering, FeedHead head, Clock clock) {
        this.rendering = rendering;
        this.head = head;
        this.clock = clock;
    }

    /**
     * A feed as written.
     *
     * @param leftOutFrom from when on coming dates are left out, if any are
     * @param goodUntil when it has to be written again although nothing is changed
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Written(byte[] body, String etag, Optional<Instant> leftOutFrom, Instant goodUntil) {}

    Written write(FeedReader reader, FeedCache.Contents contents) {
        Instant now = clock.instant();
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        Interval window = Interval.of(today.minus(FeedCaches.BACK), today.plus(FeedCaches.AHEAD));
        List<FeedEvent> all = events(reader, contents, window, now);
        FeedSelection selection = FeedSelection.of(all, MOST_BYTES - BYTES_BESIDE_EVENTS, now);
        Optional<byte[]> hours = reader.withOpeningHours() ? openingHours(reader, window) : Optional.empty();
        Map<String, Interval> spans = spans(selection.events());
        hours.ifPresent(each -> add(spans, reader.topic().zone(), window));
        List<byte[]> parts = new ArrayList<>(selection.events().size() + spans.size() + 3);
        ContentTag tag = new ContentTag();
        Optional<Instant> leftOutFrom = Stream.concat(
                        selection.leftOutFrom().stream(), contents.until().filter(window.end()::isAfter).stream())
                .min(Comparator.naturalOrder());
        boolean repeatsInUtc =
                selection.events().stream().anyMatch(each -> each.written().repeatsInUtc());
        byte[] beginning = head.write(reader, changed(reader, selection), leftOutFrom, repeatsInUtc);
        tag.addHead(beginning);
        parts.add(beginning);
        spans.forEach((zone, span) -> parts.add(zones.of(ZoneId.of(zone), span)));
        hours.ifPresent(each -> {
            tag.add(ContentTag.ofComponent(each));
            parts.add(each);
        });
        for (FeedEvent event : selection.events()) {
            tag.add(event.written().sum());
            parts.add(event.written().bytes());
        }
        parts.add(END);
        return new Written(joined(parts), tag.text(), leftOutFrom, goodUntil(all, today));
    }

    /** Its size is known, and a buffer that grows would cost more than all the rest. */
    static byte[] joined(List<byte[]> parts) {
        byte[] whole = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    /** A feed may have thousands; what is the same for all is worked out once. */
    private List<FeedEvent> events(FeedReader reader, FeedCache.Contents contents, Interval window, Instant now) {
        EventRendering events = rendering.by(reader.directory());
        Locale locale = reader.locale();
        List<FeedEvent> found = new ArrayList<>(contents.bookings().size());
        for (CachedEvent each : contents.bookings()) {
            Booking booking = each.booking();
            if (booking.isLive(now) && each.isWithin(window)) {
                Disclosure disclosure = reader.of(booking);
                Optional<Joining> who = disclosure.tellsNotes() ? reader.joining(booking) : Optional.empty();
                found.add(new FeedEvent(
                        each,
                        each.written(disclosure, locale, who, reader.topic().source(), events)));
            }
        }
        return found;
    }

    private static Map<String, Interval> spans(List<FeedEvent> events) {
        Map<String, Interval> spans = new TreeMap<>();
        for (FeedEvent event : events) {
            add(spans, event.written().zone(), event.written().span());
        }
        return spans;
    }

    private static void add(Map<String, Interval> spans, ZoneId zone, Interval span) {
        Interval known = spans.get(zone.getId());
        boolean isKnown = known != null
                && !span.start().isBefore(known.start())
                && !span.end().isAfter(known.end());
        if (!isKnown && !ContentLine.isUtc(zone)) {
            spans.put(zone.getId(), known == null ? span : enclosing(known, span));
        }
    }

    private static Optional<byte[]> openingHours(FeedReader reader, Interval window) {
        return reader.topic()
                .room()
                .map(room -> OpeningHoursComponent.write(
                        room,
                        reader.directory().siteOf(room),
                        window,
                        reader.feed().createdAt()));
    }

    private static Instant changed(FeedReader reader, FeedSelection selection) {
        Instant latest = reader.feed().createdAt();
        for (FeedEvent event : selection.events()) {
            Instant changed = event.booking().booking().status().changed();
            latest = changed.isAfter(latest) ? changed : latest;
        }
        return latest;
    }

    /** The window moves on at midnight, and holds lapse. */
    private static Instant goodUntil(List<FeedEvent> events, Instant today) {
        Instant until = today.plus(1, ChronoUnit.DAYS);
        for (FeedEvent event : events) {
            Booking booking = event.booking().booking();
            Instant lapses = booking.state() == BookingState.HELD
                    ? booking.status().heldUntil().orElse(until)
                    : until;
            until = lapses.isBefore(until) ? lapses : until;
        }
        return until;
    }

    static Interval enclosing(Interval one, Interval other) {
        Instant start = one.start().isBefore(other.start()) ? one.start() : other.start();
        Instant end = one.end().isAfter(other.end()) ? one.end() : other.end();
        return Interval.of(start, end);
    }
}
