package org.passerelle.calendar.feed.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Holding;
import org.passerelle.calendar.write.AnswerLines;
import org.passerelle.calendar.write.AttendeeAnswers;
import org.passerelle.time.Interval;

/**
 * The bookings of one source within a window, or as many of them as are gathered, read once; after that only those are read
 * again that have changed. Where something is left out all is read again every day, for what comes next is another then.
 */
public final class FeedCache {

    /** When more documents than this have changed, everything is read again. */
    private static final int MANY = 2_000;

    /** Of an empty cache, with the names of some documents that have changed. */
    private static final int BYTES = 4_000;

    /**
     * @param asOf how many changes were heard of before it was read
     * @param roots of the documents of {@code bookings}
     * @param weight about what they take of memory, in bytes
     * @param until from when on coming dates are left out, if any are
     * @param readOn when it was last read from the beginning
     */
    public record Contents(
            long asOf,
            List<CachedEvent> bookings,
            Set<String> roots,
            int weight,
            Optional<Instant> until,
            LocalDate readOn) {

        static Contents of(long asOf, List<CachedEvent> bookings, Optional<Instant> until, LocalDate readOn) {
            Set<String> roots = new HashSet<>();
            bookings.forEach(each -> roots.add(each.booking().id().root()));
            int weight = bookings.stream().mapToInt(CachedEvent::weight).sum();
            return new Contents(asOf, List.copyOf(bookings), Set.copyOf(roots), weight, until, readOn);
        }

        private boolean isOfToday(Instant now) {
            return until.isEmpty() || readOn.equals(day(now));
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
    FeedCache(FeedSource source, Interval window, AttendeeAnswers answers) {
        this.source = source;
        this.window = window;
        this.answers = answers;
    }

    FeedSource source() {
        return source;
    }

    /**
     * Takes note that a document was written that was shown here, or could be, before or after. Called once it is stored.
     *
     * @param root of the document
     */
    void heardOf(String root) {
        if (isReading || contents != null) {
            noteChanged(root);
        }
    }

    /** The same of one of which it is not known what was in it before, if that may matter here. */
    void heardOf(Holding holding) {
        Contents known = contents;
        // What is being read just now is not yet among what is known, and may be gone again.
        boolean matters =
                isReading || known != null && (known.roots().contains(holding.root()) || source.mayShow(holding));
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
                        .map(CachedEvent::booking)
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

    /** About what it takes of memory, in bytes; something even if nothing lies on it, lest there be any number of such. */
    int weight() {
        Contents known = contents;
        return BYTES + (known == null ? 0 : known.weight());
    }

    boolean isAsOf(long asOf) {
        return changes.get() == asOf;
    }

    /** What is stored now. Reads what has changed since the last time, on the first all of it. */
    Contents read(ReadingBookings bookings, Instant now) {
        Contents known = contents;
        if (known != null && isAsOf(known.asOf()) && known.isOfToday(now)) {
            return known;
        }
        synchronized (changed) {
            known = contents;
            if (known == null || !isAsOf(known.asOf()) || !known.isOfToday(now)) {
                isReading = true;
                try {
                    known = renewed(known, bookings, now);
                    contents = known;
                } finally {
                    isReading = false;
                }
            }
            return known;
        }
    }

    private Contents renewed(@Nullable Contents known, ReadingBookings bookings, Instant now) {
        long asOf = changes.get(); // before looking at what has changed, so that nothing heard meanwhile is lost
        boolean all = known == null || hasMissedSome || !known.isOfToday(now);
        hasMissedSome = false;
        Set<String> again = Set.copyOf(changed);
        changed.removeAll(again);
        boolean hasFailed = true;
        try {
            FeedGathering gathering = new FeedGathering(source, window, now, FeedGathering.MOST_BYTES);
            if (known == null || all) {
                source.read(bookings, gathering);
            } else {
                known.until().ifPresent(gathering::leaveOutFrom);
                known.bookings().stream()
                        .filter(each -> !again.contains(each.booking().id().root()))
                        .forEach(gathering::add);
                gathering.addAll(bookings.inDocuments(again));
            }
            Set<String> answered = known == null || all ? gathering.roots() : again;
            Contents renewed = Contents.of(
                    asOf,
                    answered(gathering.bookings(), answered),
                    gathering.until(),
                    known == null || all ? day(now) : known.readOn());
            hasFailed = false;
            return renewed;
        } finally {
            hasMissedSome |= hasFailed;
        }
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** With the answers of the invited, for those of the documents {@code roots}; the others have them. */
    private List<CachedEvent> answered(List<CachedEvent> bookings, Set<String> roots) {
        if (!source.tellsAnswers()) {
            return bookings;
        }
        List<Booking> asked = bookings.stream()
                .map(CachedEvent::booking)
                .filter(booking -> roots.contains(booking.id().root()))
                .toList();
        Map<BookingId, List<AttendeeAnswers.AttendeeAnswer>> answered = answers.of(asked);
        return bookings.stream()
                .map(each -> roots.contains(each.booking().id().root())
                        ? each.with(new AnswerLines(
                                answered.getOrDefault(each.booking().id(), List.of())))
                        : each)
                .toList();
    }
}
