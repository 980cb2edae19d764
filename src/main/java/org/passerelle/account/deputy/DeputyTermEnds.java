package org.passerelle.account.deputy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkTimer;
import org.springframework.stereotype.Component;

/**
 * Notes in the {@link DeputyRecord} that the time of deputies is over, or that one of the two has no account any more, and whatever the
 * record lacks of who was named, as after a crash. Their rights end by themselves.
 */
@Component
class DeputyTermEnds extends RegularWork {

    private static final Duration ROUND = Duration.ofSeconds(20);

    private final Deputyships deputyships;
    private final DeputyRecord record;
    private final Clock clock;

    /** What is noted, so that the store is asked about each once. */
    private final Set<String> known = new HashSet<>();

    /** Those of the last look. */
    private List<Deputyship> before = List.of();

    DeputyTermEnds(Deputyships deputyships, DeputyRecord record, Clock clock) {
        super("deputy-ends");
        this.deputyships = deputyships;
        this.record = record;
        this.clock = clock;
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(Duration.ZERO, ROUND, this::look);
    }

    synchronized void look() {
        Instant now = clock.instant();
        List<Deputyship> all = deputyships.all();
        for (Deputyship each : all) {
            note(DeputyChange.named(each));
            if (each.terms().areOver(now)) {
                note(DeputyChange.ended(each, each.terms().until().orElse(now), Optional.empty()));
            }
        }
        before.stream()
                .filter(each -> !each.terms().areOver(now) && all.stream().noneMatch(each::isOfTheSameTwo))
                .forEach(each -> note(DeputyChange.ended(each, now.truncatedTo(ChronoUnit.MILLIS), Optional.empty())));
        before = all;
    }

    private void note(DeputyChange change) {
        if (known.add(change.id())) {
            record.add(change);
        }
    }
}
