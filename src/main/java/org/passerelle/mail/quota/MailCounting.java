package org.passerelle.mail.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/**
 * Counts, and never beyond a limit: each step is worked out from what is stored and written only if that still stands, so that
 * of two threads or nodes that count at once one counts anew. What is counted survives a restart.
 */
@Component
class MailCounting {

    /** Each time somebody else was faster, so that one of them got on. */
    private static final int MOST_TRIES = 1_000;

    /** So often what is over is forgotten. */
    private static final Duration TIDYING = Duration.ofHours(1);

    private final Tallies tallies;
    private final Clock clock;
    private final AtomicReference<Instant> tidied = new AtomicReference<>(Instant.MIN);

    MailCounting(Tallies tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    /**
     * One counter of a tally.
     *
     * @param name in the tally
     */
    record MailCounter(String name, Full.Limit limit, int most) {}

    /** What {@link #change} makes of a tally: the next one, or the limit that forbids it. */
    record CountingStep(MailTally next, Optional<MailCounter> full) {}

    /** Counts one more on each of {@code counters}, or on none of them if one is full. */
    Optional<Full> add(String id, Duration day, List<MailCounter> counters) {
        return change(id, day, tally -> {
            Optional<MailCounter> full = counters.stream()
                    .filter(counter -> tally.of(counter.name()) >= counter.most())
                    .findFirst();
            return new CountingStep(
                    tally.plus(counters.stream().map(MailCounter::name).toList(), 1), full);
        });
    }

    /** Counts one less on each of {@code counters}. */
    void subtract(String id, Duration day, List<MailCounter> counters) {
        List<String> names = counters.stream().map(MailCounter::name).toList();
        change(id, day, tally -> new CountingStep(tally.plus(names, -1), Optional.empty()));
    }

    /** @return the limit that forbids the change, which then is not made */
    Optional<Full> change(String id, Duration day, Function<MailTally, CountingStep> change) {
        tidy(day);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Instant now = clock.instant();
            Optional<MailTally> stored = tallies.find(id);
            MailTally present = stored.map(tally -> tally.at(now, day)).orElseGet(() -> MailTally.begun(now));
            CountingStep step = change.apply(present);
            if (step.full().isPresent()) {
                MailCounter full = step.full().get();
                return Optional.of(
                        new Full(full.limit(), full.most(), present.since().plus(day)));
            }
            boolean isWritten = stored.isPresent()
                    ? tallies.replace(id, stored.get().version(), step.next())
                    : tallies.insert(id, step.next());
            if (isWritten) {
                return Optional.empty();
            }
        }
        throw new IllegalStateException("Too many count mail at once");
    }

    private void tidy(Duration day) {
        Instant now = clock.instant();
        Instant last = Objects.requireNonNull(tidied.get());
        boolean isDue = last.equals(Instant.MIN) || !last.plus(TIDYING).isAfter(now);
        if (isDue && tidied.compareAndSet(last, now)) {
            tallies.forgetBefore(now.minus(day));
        }
    }

    /** A name for a field or a document that tells nobody's address. */
    static String name(String text) {
        return Digests.hex(text).substring(0, 24);
    }
}
