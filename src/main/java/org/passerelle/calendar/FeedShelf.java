package org.passerelle.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.Holding;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.time.Interval;

/** The bookings of one source within a window, read once; after that only those are read again that have changed. */
final class FeedShelf {

    /** When more documents than this have changed, everything is read again. */
    private static final int MANY = 2_000;

    /**
     * @param asOf how many changes were heard of before it was read
     * @param roots of the documents of {@code bookings}
     * @param weight about what they take of memory, in bytes
     */
    record Contents(long asOf, List<ShelvedBooking> bookings, Set<String> roots, int weight) {

        static Contents of(long asOf, List<ShelvedBooking> bookings) {
            Set<String> roots = new HashSet<>();
            bookings.forEach(each -> roots.add(each.booking().id().root()));
            int weight = bookings.stream().mapToInt(ShelvedBooking::weight).sum();
            return new Contents(asOf, List.copyOf(bookings), Set.copyOf(roots), weight);
        }
    }

    private final FeedSource source;
    private final Interval window;
    private final AttendeeAnswers answers;
    private final AtomicLong changes = new AtomicLong();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Contents contents;
    private volatile boolean isReading;
    private volatile @Nullable Instant answersOf;
    private volatile boolean hasMissedSome;

    /** @param answers of the invited, asked only where {@code source} tells them */
    FeedShelf(FeedSource source, Interval window, AttendeeAnswers answers) {
        this.source = source;
        this.window = window;
        this.answers = answers;
    }

    /** Takes note that a document was written, if that may matter here. Called once it is stored. */
    void heardOf(Holding holding) {
        Contents known = contents;
        boolean matters = known == null ? isReading : known.roots().contains(holding.root()) || source.mayShow(holding);
        if (matters) {
            noteChanged(holding.root());
        }
    }

    /** Takes note that somebody answered a booking of that document. Called once it is stored. */
    void heardAnswer(String root) {
        Contents known = contents;
        if (source.tellsAnswers()
                && (isReading || known != null && known.roots().contains(root))) {
            noteChanged(root);
        }
    }

    /** Takes all answers for changed that are known for longer than {@code longest}, where other nodes take answers too. */
    void doubtAnswers(Instant now, Duration longest) {
        Instant last = answersOf;
        if (source.tellsAnswers() && (last == null || last.plus(longest).isBefore(now))) {
            answersOf = now;
            Contents known = contents;
            if (known != null) {
                known.bookings().stream()
                        .map(ShelvedBooking::booking)
                        .filter(booking -> !booking.content().attendees().isEmpty())
                        .forEach(booking -> noteChanged(booking.id().root()));
            }
        }
    }

    private void noteChanged(String root) {
        if (changed.size() < MANY) {
            changed.add(root);
        } else {
            hasMissedSome = true;
        }
        changes.incrementAndGet();
    }

    /** About what it takes of memory, in bytes. */
    int weight() {
        Contents known = contents;
        return known == null ? 0 : known.weight();
    }

    boolean isAsOf(long asOf) {
        return changes.get() == asOf;
    }

    /** What is stored now. Reads what has changed since the last time, on the first all of it. */
    Contents read(ReadingBookings bookings) {
        Contents known = contents;
        if (known != null && isAsOf(known.asOf())) {
            return known;
        }
        synchronized (changed) {
            known = contents;
            if (known == null || !isAsOf(known.asOf())) {
                known = renewed(known, bookings);
                contents = known;
            }
            return known;
        }
    }

    private Contents renewed(@Nullable Contents known, ReadingBookings bookings) {
        isReading = true;
        long asOf = changes.get(); // before looking at what has changed, so that nothing heard meanwhile is lost
        boolean all = known == null || hasMissedSome;
        hasMissedSome = false;
        Set<String> again = Set.copyOf(changed);
        changed.removeAll(again);
        boolean hasFailed = true;
        try {
            Contents renewed = known == null || all
                    ? Contents.of(asOf, shelved(source.read(bookings, window)))
                    : with(known, asOf, again, bookings);
            hasFailed = false;
            return renewed;
        } finally {
            isReading = false;
            hasMissedSome |= hasFailed;
        }
    }

    private Contents with(Contents known, long asOf, Set<String> again, ReadingBookings bookings) {
        Stream<ShelvedBooking> same = known.bookings().stream()
                .filter(each -> !again.contains(each.booking().id().root()));
        return Contents.of(
                asOf,
                Stream.concat(same, shelved(bookings.inDocuments(again)).stream())
                        .sorted(ShelvedBooking.BY_START)
                        .toList());
    }

    private List<ShelvedBooking> shelved(Collection<Booking> bookings) {
        Map<BookingId, List<AttendeeAnswers.Answer>> answered = source.tellsAnswers() ? answers.of(bookings) : Map.of();
        List<ShelvedBooking> shelved = new ArrayList<>(bookings.size());
        for (Booking booking : bookings) {
            var shown = source.shown(booking);
            if (shown.stream().anyMatch(date -> date.time().overlaps(window))) {
                var lines = new AnswerLines(answered.getOrDefault(booking.id(), List.of()));
                shelved.add(new ShelvedBooking(booking, shown, lines));
            }
        }
        shelved.sort(ShelvedBooking.BY_START);
        return shelved;
    }
}
