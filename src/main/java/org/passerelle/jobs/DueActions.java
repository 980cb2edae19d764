package org.passerelle.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.due.DueListener;
import org.passerelle.booking.due.DueListener.DueOutcome;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.jobs.mongo.ActionRecords;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Does what is due: each thing once, by one node, as the booking stands at that moment. One that fails is tried again and holds
 * up no other.
 */
@Component
class DueActions {

    private static final Logger LOG = LoggerFactory.getLogger(DueActions.class);

    /** Between the first tries; doubled after each, up to {@link #LONGEST_PAUSE}. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Of things that have ended it is remembered that they have, so that the database need not be asked. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Map<String, TimedAction> actions;
    private final Cache<String, Boolean> ended =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final ReadingBookings reading;
    private final ActionRecords records;
    private final DueTimes times;
    private final DueListener listener;
    private final Clock clock;

    @Autowired
    DueActions(
            ObjectProvider<TimedAction> actions,
            ReadingBookings reading,
            ActionRecords records,
            DueTimes times,
            ObjectProvider<DueListener> listeners,
            Clock clock) {
        this(
                actions.orderedStream().toList(),
                reading,
                records,
                times,
                (kind, outcome) -> listeners.orderedStream().forEach(each -> each.ended(kind, outcome)),
                clock);
    }

    DueActions(
            List<TimedAction> actions,
            ReadingBookings reading,
            ActionRecords records,
            DueTimes times,
            DueListener listener,
            Clock clock) {
        this.listener = listener;
        this.actions = actions.stream().collect(Collectors.toMap(TimedAction::kind, Function.identity()));
        this.reading = reading;
        this.records = records;
        this.times = times;
        this.clock = clock;
    }

    /** Notes when something is to happen to {@code booking} before {@code until}. */
    void note(Booking booking, Instant until) {
        Instant now = clock.instant();
        entries(booking, now)
                .filter(entry ->
                        entry.at().isBefore(until) && !now.isAfter(entry.due().latest()))
                .forEach(this::note);
    }

    /** As {@link #note}, with what became too late while nobody was there to do it, so that it is dropped for all to see. */
    void noteWithMissed(Collection<Booking> bookings, Instant until) {
        Instant now = clock.instant();
        List<DueTimes.DueEntry> found = bookings.stream()
                .flatMap(booking -> entries(booking, now))
                .filter(entry -> entry.at().isBefore(until))
                .toList();
        records.ended(found.stream()
                        .filter(entry -> !entry.at().isAfter(now))
                        .map(DueTimes.DueEntry::key)
                        .toList())
                .forEach(key -> ended.put(key, true));
        found.forEach(this::note);
    }

    private void note(DueTimes.DueEntry entry) {
        if (ended.getIfPresent(entry.key()) == null) {
            times.add(entry);
        }
    }

    private Stream<DueTimes.DueEntry> entries(Booking booking, Instant now) {
        return actions.values().stream()
                .flatMap(action -> times(action, booking, now).stream()
                        .map(due -> new DueTimes.DueEntry(due.key(action.kind()), action.kind(), due, due.at())));
    }

    /** An action that cannot tell its times keeps no other from being noted. */
    private static List<DueTime> times(TimedAction action, Booking booking, Instant now) {
        try {
            return action.times(booking, now);
        } catch (RuntimeException e) {
            if (StoreFailure.isIn(e)) {
                throw e;
            }
            WorkFailures.note("due");
            LOG.warn("It cannot be told when {} is due for booking {}", action.kind(), booking.id(), e);
            return List.of();
        }
    }

    /** Does all that is due by now. */
    void performDue() {
        Deque<DueTimes.DueEntry> due = new ArrayDeque<>(times.takeUntil(clock.instant()));
        while (!due.isEmpty()) {
            DueTimes.DueEntry next = due.getFirst();
            try {
                perform(next);
            } catch (RuntimeException e) {
                if (StoreFailure.isIn(e)) {
                    Instant again = clock.instant().plus(SHORTEST_PAUSE);
                    due.forEach(each -> times.addAt(again, each));
                    throw e;
                }
                LOG.warn("What is due could not be looked at: {}", next.key(), e);
                WorkFailures.note("due");
                // Whatever it was, it may be over in a minute; the next look at all bookings comes in an hour.
                times.addAt(clock.instant().plus(SHORTEST_PAUSE), next);
            }
            due.removeFirst();
        }
    }

    private void perform(DueTimes.DueEntry entry) {
        TimedAction action = Objects.requireNonNull(actions.get(entry.kind()));
        Optional<Booking> booking = reading.find(entry.due().booking());
        Instant now = clock.instant();
        if (booking.filter(stands -> action.times(stands, now).contains(entry.due()))
                .isEmpty()) {
            return;
        }
        ActionRecords.ActionClaim claim = records.claim(entry.key(), entry.kind(), entry.due(), now);
        claim.again().ifPresent(at -> times.addAt(at, entry));
        if (!claim.isMine()) {
            if (claim.again().isEmpty()) {
                ended.put(entry.key(), true);
            }
            return;
        }
        if (now.isAfter(entry.due().latest())) {
            records.dropped(claim, now);
            ended(entry, DueOutcome.DROPPED);
            LOG.info("Too late for {}", entry.key());
            return;
        }
        try {
            boolean hasDone = action.perform(booking.get(), entry.due());
            records.done(claim, hasDone, clock.instant());
            ended(entry, hasDone ? DueOutcome.DONE : DueOutcome.NEEDLESS);
        } catch (RuntimeException e) {
            failed(claim, entry, e);
        }
    }

    private void ended(DueTimes.DueEntry entry, DueOutcome outcome) {
        ended.put(entry.key(), true);
        listener.ended(entry.kind(), outcome);
    }

    private void failed(ActionRecords.ActionClaim claim, DueTimes.DueEntry entry, RuntimeException failure) {
        Instant now = clock.instant();
        Instant again = now.plus(pause(claim.tries()));
        WorkFailures.note("due");
        listener.ended(entry.kind(), DueOutcome.FAILED);
        if (StoreFailure.isIn(failure)) {
            StoreFailure.log(LOG, "What is due (" + entry.key() + ") is done later", failure);
        } else {
            LOG.warn("What is due ({}) failed and is tried again", entry.key(), failure);
            records.failed(claim, failure.getClass().getSimpleName(), again, now);
        }
        times.addAt(again, entry);
    }

    static Duration pause(int tries) {
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
