package org.passerelle.arrival.noshow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.ChangeLog.Entry;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.DateChange;
import org.passerelle.booking.changelog.DateChange.LoggedDate;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.ArrivalRules.NoShowLimits;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes who did not come, from the change log: after each release, and every hour what was missed. So each is counted once,
 * whatever crashes when.
 */
@Component
public class CountNoShows extends RegularWork {

    private static final Logger LOG = LoggerFactory.getLogger(CountNoShows.class);
    private static final String NAME = "no-shows";
    private static final Duration ROUND = Duration.ofHours(1);
    private static final int AT_A_TIME = 500;
    private static final String QUEUED = "log";

    private final ChangeLog log;
    private final ReadingBookings bookings;
    private final NoShowDocuments documents;
    private final Clock clock;
    private final RepeatedNoShows repeated;
    private final CoalescingQueue<String> queue;

    /** Releases that the log does not have yet. */
    private final AtomicInteger awaited = new AtomicInteger();

    CountNoShows(
            ChangeLog log,
            ReadingBookings bookings,
            NoShowDocuments documents,
            RepeatedNoShows repeated,
            SerialWorker background,
            Clock clock) {
        super(NAME);
        this.log = log;
        this.bookings = bookings;
        this.documents = documents;
        this.repeated = repeated;
        this.clock = clock;
        this.queue = new CoalescingQueue<>(background, any -> readOn());
        log.whenAppended(this::readAwaited);
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(Duration.ZERO, ROUND, this::readSoon);
    }

    /** One was just given back: it is counted once the log has it. */
    public void expectOne() {
        awaited.incrementAndGet();
        readSoon();
    }

    private void readAwaited() {
        if (awaited.get() > 0) {
            readSoon();
        }
    }

    /** Reads soon what is new. */
    void readSoon() {
        queue.add(Set.of(QUEUED));
    }

    /** Reads the log from where it was read to. */
    private void readOn() {
        boolean isMore = true;
        while (isMore) {
            List<Entry> next = log.after(documents.position(), AT_A_TIME);
            List<NoShow> found =
                    next.stream().flatMap(entry -> found(entry.change())).toList();
            found.forEach(documents::add);
            awaited.updateAndGet(expected -> Math.max(0, expected - found.size()));
            isMore = !next.isEmpty();
            if (isMore) {
                documents.readTo(next.get(next.size() - 1).position());
            }
        }
        documents.forgetBefore(clock.instant().minus(NoShowLimits.LONGEST));
        repeated.refresh();
    }

    /** A change that cannot be read leaves the others to be counted. */
    private Stream<NoShow> found(LoggedChange change) {
        try {
            return noShows(change).toList().stream();
        } catch (RuntimeException unforeseen) {
            if (StoreFailure.isIn(unforeseen)) {
                throw unforeseen;
            }
            WorkFailures.note(NAME);
            LOG.warn("Whether somebody came to booking {} is not counted", change.booking(), unforeseen);
            return Stream.empty();
        }
    }

    private Stream<NoShow> noShows(LoggedChange change) {
        if (change.type() != ChangeType.RELEASED) {
            return Stream.empty();
        }
        return bookings.find(change.booking()).stream()
                .flatMap(booking -> change.dates().stream()
                        .flatMap(date -> released(date).stream().map(after -> noShow(booking, date, after))));
    }

    private static Optional<LoggedDate> released(DateChange date) {
        return date.after().filter(after -> after.state() == OccurrenceState.RELEASED);
    }

    private static NoShow noShow(Booking booking, DateChange date, LoggedDate after) {
        return new NoShow(
                booking.id(),
                date.recurrenceId(),
                after.time().start(),
                after.rooms(),
                ActorId.of(booking.owner().organiser()),
                booking.owner().organisation(),
                booking.content().visibility() == Visibility.PRIVATE);
    }
}
