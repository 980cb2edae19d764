package org.passerelle.closure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.BookingId;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.DirectoryChanged;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Does what closures call for, one step after the other, on a thread of its own; each step is stored, so that after a crash or on
 * another node it goes on where it stood. Comes round every few seconds, which is also how a node hears of what others made.
 */
@Component
class ClosureWork extends RegularWork {

    private static final Logger LOG = LoggerFactory.getLogger(ClosureWork.class);
    private static final String NAME = "closures";
    private static final Duration ROUND = Duration.ofSeconds(5);

    /** At what other nodes have closed. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** So long it takes at most to put a directory in force, on all nodes. */
    private static final Duration REPLACED = Duration.ofMinutes(5);

    /** So long closures are remembered once they are over. */
    private static final Period REMEMBERED = Period.ofYears(1);

    private final ClosureDocuments documents;
    private final LoadedClosures loaded;
    private final ClosureBlock block;
    private final ClosureTreatment treatment;
    private final RestoreDates restoring;
    private final RuleChanges changes;
    private final ReadingBookings reading;
    private final Directories directories;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile @Nullable WorkTimer thread;

    ClosureWork(
            ClosureDocuments documents,
            LoadedClosures loaded,
            ClosureBlock block,
            ClosureTreatment treatment,
            RestoreDates restoring,
            RuleChanges changes,
            ReadingBookings reading,
            Directories directories,
            ApplicationEventPublisher events,
            Clock clock) {
        super(NAME);
        this.documents = documents;
        this.loaded = loaded;
        this.block = block;
        this.treatment = treatment;
        this.restoring = restoring;
        this.changes = changes;
        this.reading = reading;
        this.directories = directories;
        this.events = events;
        this.clock = clock;
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(Duration.ZERO, ROUND, this::comeRound);
        started.every(LOOK, LOOK, this::refresh);
        thread = started;
    }

    /** Has it begun at once, and waits for it to be done at most {@code longest}; then it goes on by itself. */
    void begin(String id, Duration longest) {
        refresh();
        WorkTimer current = thread;
        if (current == null) {
            work(id);
            return;
        }
        Future<?> done = current.after(Duration.ZERO, () -> work(id));
        try {
            done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.info("Closure {} is worked on in the background", id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void comeRound() {
        refresh();
        documents.unfinished().forEach(closure -> fenced(closure, () -> work(closure.id())));
        Instant now = clock.instant();
        documents.blocking().forEach(closure -> fenced(closure, () -> keepBlocked(closure, now)));
        documents.forgetBefore(now.atZone(ZoneOffset.UTC).minus(REMEMBERED).toInstant());
    }

    private void keepBlocked(SiteClosure closure, Instant now) {
        if (closure.step() == ClosureStep.ENDED || !now.isBefore(closure.undoUntil())) {
            block.release(closure);
        } else if (closure.step() == ClosureStep.IN_FORCE) {
            treatLate(closure);
        }
    }

    /** One closure that makes trouble holds up no other. */
    private static void fenced(SiteClosure closure, Runnable work) {
        Fence.around(work)
                .ifPresent(failure ->
                        WorkFailures.report(LOG, NAME, "Closure " + closure.id() + " did not get on", failure));
    }

    /** Takes over what was made or taken back, here or elsewhere. */
    void refresh() {
        if (loaded.refresh()) {
            events.publishEvent(new DirectoryChanged(directories.current().version()));
        }
    }

    private void work(String id) {
        Optional<SiteClosure> closure = documents.find(id);
        while (closure.filter(each -> each.step().isUnfinished()).isPresent()) {
            if (!step(closure.get())) {
                return;
            }
            closure = documents.find(id);
        }
    }

    /** Whether the step is done; otherwise it is tried again in the next round. */
    private boolean step(SiteClosure closure) {
        return switch (closure.step()) {
            case BLOCKING -> {
                if (closure.plan().type() == ClosureType.DIRECTORY) {
                    yield begunByDirectory(closure);
                }
                find(closure, true);
                yield documents.advance(closure.id(), ClosureStep.BLOCKING, ClosureStep.TREATING)
                        || isAdvanced(closure);
            }
            case TREATING -> {
                if (!treat(closure)) {
                    yield false;
                }
                yield find(closure, false) > 0
                        || documents.advance(closure.id(), ClosureStep.TREATING, ClosureStep.IN_FORCE)
                        || isAdvanced(closure);
            }
            case UNDOING -> {
                boolean all = bringBack(closure);
                if (all) {
                    block.release(closure);
                    documents.advance(closure.id(), ClosureStep.UNDOING, ClosureStep.ENDED);
                    refresh();
                }
                yield all;
            }
            case ASKING, IN_FORCE, ENDED -> true;
        };
    }

    /**
     * What a changed directory hits is noted before that is in force, so that nothing is forgotten if the program ends between the two;
     * what was noted for one that never came into force is forgotten.
     */
    private boolean begunByDirectory(SiteClosure closure) {
        Directory directory = directories.current();
        List<AffectedDate> dates = documents.dates(closure.id());
        if (!dates.isEmpty() && dates.stream().allMatch(date -> changes.isHit(date, directory))) {
            return documents.advance(closure.id(), ClosureStep.BLOCKING, ClosureStep.TREATING) || isAdvanced(closure);
        }
        if (closure.at().plus(REPLACED).isBefore(clock.instant())) {
            documents.remove(closure.id());
        }
        return false;
    }

    private boolean isAdvanced(SiteClosure closure) {
        return documents
                .find(closure.id())
                .filter(now -> now.step() != closure.step())
                .isPresent();
    }

    /** Notes what it hits; how many that were not known. Of a changed directory that is known from the start. */
    private int find(SiteClosure closure, boolean holdsFirst) {
        if (closure.plan().type() == ClosureType.DIRECTORY) {
            return 0;
        }
        return ShutRooms.of(closure.plan(), directories.current())
                .map(shut -> {
                    if (holdsFirst) {
                        block.hold(closure, shut);
                    }
                    return shut.time()
                            .map(time -> documents.addDates(
                                    shut.affected(closure.id(), reading.holding(shut.rooms(), time), clock.instant())))
                            .orElse(0);
                })
                .orElse(0);
    }

    /** What came into its rooms past the rule while that was new is dealt with like the rest. */
    private void treatLate(SiteClosure closure) {
        if (find(closure, false) > 0) {
            treat(closure);
        }
    }

    private boolean treat(SiteClosure closure) {
        boolean all = true;
        for (Map.Entry<BookingId, List<AffectedDate>> each :
                treatment.pending(closure).entrySet()) {
            if (!isStill(closure)) {
                return true;
            }
            all &= done(closure, each.getKey(), () -> treatment.treat(closure, each.getKey(), each.getValue()));
        }
        return all;
    }

    private boolean isStill(SiteClosure closure) {
        return documents
                .find(closure.id())
                .filter(now -> now.step() == closure.step())
                .isPresent();
    }

    private boolean bringBack(SiteClosure closure) {
        boolean all = true;
        for (Map.Entry<BookingId, List<AffectedDate>> each :
                restoring.calledOff(closure).entrySet()) {
            all &= done(closure, each.getKey(), () -> restoring.bringBack(closure, each.getKey(), each.getValue()));
        }
        restoring.leave(closure);
        return all;
    }

    /** One booking that makes trouble holds up no other. */
    private static boolean done(SiteClosure closure, BookingId booking, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Booking {} could not be dealt with for closure {}", booking, closure.id(), e);
            return false;
        }
    }
}
