package org.passerelle.booking.changelog.mongo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bson.Document;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.springframework.stereotype.Component;

/** {@link ChangeLog} in the pages of the database: a position is the number of a page and the place of a change on it. */
@Component
class StoredChangeLog implements ChangeLog {

    /** More than a page ever has changes: those of one write stay together. */
    private static final long PLACES = 100_000;

    private static final int PAGES_AT_ONCE = 20;

    private final LogPages pages;
    private final ChangeAppender appender;
    private final LogCatchUp catchUp;

    StoredChangeLog(LogPages pages, ChangeAppender appender, LogCatchUp catchUp) {
        this.pages = pages;
        this.appender = appender;
        this.catchUp = catchUp;
    }

    @Override
    public long last() {
        long last = pages.last();
        return pages.read(last, last).stream()
                .mapToLong(page -> position(page.number(), page.changes().size() - 1))
                .findFirst()
                .orElse(START);
    }

    @Override
    public List<Entry> after(long position, int most) {
        List<Entry> entries = new ArrayList<>();
        long first = Math.max(1, position / PLACES);
        long last = pages.last();
        for (long from = first; from <= last && entries.size() < most; from += PAGES_AT_ONCE) {
            pages.read(from, Math.min(last, from + PAGES_AT_ONCE - 1)).stream()
                    .flatMap(page -> entries(page, position).stream())
                    .limit(most - entries.size())
                    .forEach(entries::add);
        }
        return entries;
    }

    @Override
    public List<Entry> before(long position, int most) {
        List<Entry> entries = new ArrayList<>();
        long last = Math.min(pages.last(), position / PLACES);
        for (long to = last; to >= 1 && entries.size() < most; to -= PAGES_AT_ONCE) {
            List<LogPages.LogPage> some = new ArrayList<>(pages.read(Math.max(1, to - PAGES_AT_ONCE + 1), to));
            Collections.reverse(some);
            some.stream()
                    .flatMap(page -> reversed(entries(page)).stream())
                    .filter(entry -> entry.position() < position)
                    .limit(most - entries.size())
                    .forEach(entries::add);
        }
        return entries;
    }

    @Override
    public List<Entry> of(Booking booking) {
        BookingId id = booking.id();
        return pages.of(id.root(), booking.version()).stream()
                .flatMap(page -> entries(page).stream())
                .filter(entry -> entry.change().booking().equals(id))
                .toList();
    }

    @Override
    public void whenAppended(Runnable listener) {
        appender.whenAppended(listener);
    }

    @Override
    public void appendMissed() {
        catchUp.lookForMissed();
    }

    private static List<Entry> entries(LogPages.LogPage page) {
        return entries(page, START);
    }

    /** Those after a position. */
    private static List<Entry> entries(LogPages.LogPage page, long position) {
        List<Document> changes = page.changes();
        List<Entry> entries = new ArrayList<>();
        for (int i = (int) Math.max(0, position + 1 - position(page.number(), 0)); i < changes.size(); i++) {
            LoggedChange change = ChangeDocument.toChange(changes.get(i));
            entries.add(new Entry(position(page.number(), i), change));
        }
        return entries;
    }

    private static List<Entry> reversed(List<Entry> entries) {
        List<Entry> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return reversed;
    }

    private static long position(long page, int place) {
        return page * PLACES + place + 1;
    }
}
