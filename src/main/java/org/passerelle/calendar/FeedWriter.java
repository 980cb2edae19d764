package org.passerelle.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingState;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Writes calendars for programs that subscribe to them: Outlook, Google, Apple, Thunderbird. What is called off is
 * absent, since half of them would show a cancelled event as if it took place.
 */
@Component
class FeedWriter {

    /** Google is said to refuse more than a megabyte. */
    static final int MOST_BYTES = 1_000_000;

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
     * @param goodUntil when it has to be written again although nothing is changed
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Written(byte[] body, String etag, Instant goodUntil) {}

    Written write(FeedReader reader, FeedShelf.Contents contents) {
        Instant now = clock.instant();
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        Interval window = Interval.of(today.minus(FeedShelves.BACK), today.plus(FeedShelves.AHEAD));
        List<FeedEvent> all = events(reader, contents, window, now);
        FeedSelection selection = FeedSelection.of(all, MOST_BYTES - BYTES_BESIDE_EVENTS, now);
        Optional<byte[]> hours = reader.withOpeningHours() ? openingHours(reader, window) : Optional.empty();
        Map<String, Interval> spans = spans(selection.events());
        hours.ifPresent(each -> add(spans, reader.topic().zone(), window));
        ByteArrayOutputStream out = new ByteArrayOutputStream(MOST_BYTES);
        ContentTag tag = new ContentTag();
        byte[] beginning = head.write(reader, changed(reader, selection), selection.leftOutFrom());
        tag.addHead(beginning);
        out.writeBytes(beginning);
        spans.forEach((zone, span) -> out.writeBytes(zones.of(ZoneId.of(zone), span)));
        hours.ifPresent(each -> {
            tag.add(ContentTag.ofComponent(each));
            out.writeBytes(each);
        });
        for (FeedEvent event : selection.events()) {
            tag.add(event.written().sum());
            out.writeBytes(event.written().bytes());
        }
        out.writeBytes(END);
        return new Written(out.toByteArray(), tag.text(), goodUntil(all, today));
    }

    private List<FeedEvent> events(FeedReader reader, FeedShelf.Contents contents, Interval window, Instant now) {
        EventRendering events = rendering.by(reader.directory());
        List<FeedEvent> found = new ArrayList<>(contents.bookings().size());
        for (ShelvedBooking each : contents.bookings()) {
            Booking booking = each.booking();
            if (booking.isLive(now) && each.isWithin(window)) {
                found.add(new FeedEvent(
                        each, each.written(reader.of(booking), reader.locale(), reader.joining(), events)));
            }
        }
        return found;
    }

    private static Map<String, Interval> spans(List<FeedEvent> events) {
        Map<String, Interval> spans = new TreeMap<>();
        events.forEach(
                event -> add(spans, event.written().zone(), event.written().span()));
        return spans;
    }

    private static void add(Map<String, Interval> spans, ZoneId zone, Interval span) {
        if (!ContentLine.isUtc(zone)) {
            spans.merge(zone.getId(), span, FeedWriter::enclosing);
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
        return selection.events().stream()
                .map(event -> event.booking().booking().status().changed())
                .reduce(reader.feed().createdAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** The window moves on at midnight, and holds lapse. */
    private static Instant goodUntil(List<FeedEvent> events, Instant today) {
        return events.stream()
                .map(event -> event.booking().booking())
                .filter(booking -> booking.state() == BookingState.HELD)
                .flatMap(booking -> booking.status().heldUntil().stream())
                .reduce(today.plus(1, ChronoUnit.DAYS), (one, other) -> one.isBefore(other) ? one : other);
    }

    static Interval enclosing(Interval one, Interval other) {
        Instant start = one.start().isBefore(other.start()) ? one.start() : other.start();
        Instant end = one.end().isAfter(other.end()) ? one.end() : other.end();
        return Interval.of(start, end);
    }
}
