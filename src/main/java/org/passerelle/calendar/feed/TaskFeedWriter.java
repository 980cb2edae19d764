package org.passerelle.calendar.feed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.task.SiteTask;
import org.passerelle.booking.task.SiteTasks;
import org.passerelle.calendar.feed.cache.CachedEvent;
import org.passerelle.calendar.feed.cache.FeedCache;
import org.passerelle.calendar.feed.cache.FeedCaches;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.calendar.feed.task.TaskEvent;
import org.passerelle.calendar.write.ContentTag;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.PublicUrl;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Writes what a site has to do as a calendar, from the same bookings that the calendar of the site is written from: from a week ago
 * as far ahead as there is room in a file that every program takes.
 */
@Component
class TaskFeedWriter {

    private static final int DAYS_BACK = 7;
    private static final int BYTES_BESIDE_EVENTS = 10_000;
    private static final byte[] END = "END:VCALENDAR\r\n".getBytes(StandardCharsets.US_ASCII);

    private final FeedHead head;
    private final PublicUrl publicUrl;
    private final Clock clock;

    TaskFeedWriter(FeedHead head, PublicUrl publicUrl, Clock clock) {
        this.head = head;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    private record BookedTask(SiteTask task, Booking booking) {}

    FeedWriter.Written write(FeedReader reader, FeedCache.Contents contents) {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        Interval window = Interval.of(today.minus(DAYS_BACK, ChronoUnit.DAYS), today.plus(FeedCaches.AHEAD));
        Site site = reader.directory()
                .site(new SiteId(reader.feed().toSubject().of()))
                .orElseThrow();
        TaskEvent events = new TaskEvent(
                site,
                reader.directory(),
                reader.locale(),
                reader.feed().subject().detail() == FeedDetail.FULL);
        List<byte[]> parts = new ArrayList<>();
        Instant changed = reader.feed().createdAt();
        long bytes = BYTES_BESIDE_EVENTS;
        Optional<Instant> leftOut = contents.until().filter(window.end()::isAfter);
        ContentTag tag = new ContentTag();
        for (BookedTask each : tasks(site, contents, window, reader)) {
            byte[] event = events.write(
                    each.task(),
                    each.booking(),
                    publicUrl.link("/bookings/" + each.booking().id().value()));
            bytes += event.length;
            if (bytes > FeedWriter.MOST_BYTES) {
                leftOut = Optional.of(each.task().at());
                break;
            }
            Instant edited = each.booking().status().changed();
            changed = edited.isAfter(changed) ? edited : changed;
            tag.add(ContentTag.ofComponent(event));
            parts.add(event);
        }
        byte[] beginning = head.write(reader, changed, leftOut, false);
        tag.addHead(beginning);
        parts.add(0, beginning);
        parts.add(END);
        return new FeedWriter.Written(FeedWriter.joined(parts), tag.text(), leftOut, today.plus(1, ChronoUnit.DAYS));
    }

    /** By time. What is asked for in the place of a date is to be done once it is agreed to. */
    private static List<BookedTask> tasks(Site site, FeedCache.Contents contents, Interval window, FeedReader reader) {
        return contents.bookings().stream()
                .map(CachedEvent::booking)
                .filter(booking -> !booking.content().arrangements().isEmpty() && !RequestedMoves.isOne(booking))
                .flatMap(booking -> tasks(booking, site, reader))
                .filter(each -> window.contains(each.task().meeting().start()))
                .sorted(Comparator.comparing(BookedTask::task, SiteTask.BY_TIME))
                .toList();
    }

    private static Stream<BookedTask> tasks(Booking booking, Site site, FeedReader reader) {
        return SiteTasks.of(booking, site, reader.directory()).stream().map(task -> new BookedTask(task, booking));
    }
}
