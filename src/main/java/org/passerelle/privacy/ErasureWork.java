package org.passerelle.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.StoreStatus;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.ErasureResult;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkTimer;
import org.passerelle.privacy.Erasure.ErasureState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Erases people on a thread of its own, step by step. Each step is stored and harmless to repeat, so that after a crash, or on
 * another node, it goes on where it stood. What cannot be erased yet, because mail about it has still to leave, is tried again, and
 * so is what somebody has written back who had read it before.
 */
@Component
class ErasureWork extends RegularWork {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureWork.class);
    private static final String NAME = "erasures";
    private static final Duration ROUND = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Mail is given up after three days; then nobody is owed anything. */
    private static final Duration LONGEST = Duration.ofDays(4);

    private final ErasureRecords records;
    private final PersonalInventory inventory;
    private final StoreStatus store;
    private final Clock clock;
    private volatile @Nullable WorkTimer thread;

    /** For which of them the store was told to let go of former versions; after another start it is told again. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /** Which of them were tried again at once. */
    private final Set<String> hurried = ConcurrentHashMap.newKeySet();

    ErasureWork(ErasureRecords records, PersonalInventory inventory, StoreStatus store, Clock clock) {
        super(NAME);
        this.records = records;
        this.inventory = inventory;
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(Duration.ZERO, ROUND, this::comeRound);
        thread = started;
    }

    /** One that makes trouble holds up no other. */
    void comeRound() {
        records.unfinished()
                .forEach(erasure -> Fence.around(() -> work(erasure.id()))
                        .ifPresent(failure -> WorkFailures.report(
                                LOG, NAME, "Erasure " + erasure.id() + " did not get on", failure)));
    }

    /** Has it begun at once, and waits for it to be done at most {@code longest}; then it goes on by itself. */
    void begin(String id, Duration longest) {
        WorkTimer current = thread;
        if (current == null) {
            work(id);
            return;
        }
        Future<?> done = current.after(Duration.ZERO, () -> work(id));
        try {
            done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.info("Erasure {} is worked on in the background", id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(String id) {
        Optional<Erasure> stored = records.find(id).filter(erasure -> erasure.state() != ErasureState.DONE);
        stored.map(this::erased)
                .filter(erasure -> erasure.state() == ErasureState.ERASED)
                .ifPresent(this::end);
    }

    private Erasure erased(Erasure erasure) {
        return erasure.subject().map(subject -> erase(erasure, subject)).orElse(erasure);
    }

    private Erasure erase(Erasure erasure, DataSubject subject) {
        boolean isLate = erasure.at().plus(LONGEST).isBefore(clock.instant());
        ErasureResult result = inventory.erase(subject, !isLate);
        Erasure counted = erasure.counting(result.count());
        if (!result.isComplete()) {
            records.put(counted);
            // Often somebody wrote just then; what mail has still to leave takes longer.
            if (hurried.add(erasure.id())) {
                soon(erasure);
            }
            return counted;
        }
        List<HeldData> held = inventory.held(subject);
        if (held.stream().anyMatch(inventory::isUnerased)) {
            records.put(counted);
            soon(erasure);
            return counted;
        }
        List<String> left =
                held.stream().filter(HeldData::isLeft).map(HeldData::place).toList();
        Erasure erased = counted.erased(left);
        records.put(erased);
        return erased;
    }

    /** Only now does the store hold no document that tells whom it was about, and the former versions can go. */
    private void end(Erasure erasure) {
        if (asked.add(erasure.id())) {
            store.forgetFormerVersions();
        }
        if (!store.hasForgottenFormerVersions()) {
            soon(erasure);
            return;
        }
        asked.remove(erasure.id());
        hurried.remove(erasure.id());
        Instant now = clock.instant();
        records.put(erasure.done(now));
        LOG.info("Erasure {} is done: {} entries, left in {}", erasure.id(), erasure.count(), erasure.left());
    }

    private void soon(Erasure erasure) {
        Optional.ofNullable(thread).ifPresent(timer -> timer.after(LOOK, () -> work(erasure.id())));
    }
}
