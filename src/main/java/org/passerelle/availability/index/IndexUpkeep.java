package org.passerelle.availability.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets the index move on with time, and checks it every night at two o'clock (UTC). */
@Component
class IndexUpkeep extends RegularWork {

    private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);
    private static final Duration MOVING_ON = Duration.ofHours(1);

    private static final LocalTime CHECK = LocalTime.of(2, 0);
    private static final Duration DAILY = Duration.ofDays(1);

    private final AvailabilityIndex index;
    private final Clock clock;

    IndexUpkeep(AvailabilityIndex index, Clock clock) {
        super("availability");
        this.index = index;
        this.clock = clock;
    }

    /** How long it is from {@code now} until the next check. */
    static Duration untilCheck(Instant now) {
        var next = now.atOffset(ZoneOffset.UTC).with(CHECK);
        return Duration.between(now, next.toInstant().isAfter(now) ? next : next.plusDays(1));
    }

    @Override
    protected void schedule(WorkTimer started) {
        LOG.info("Free times are known: {}", index.size());
        started.every(Duration.ZERO, MOVING_ON, index::moveOn);
        // By the machine's clock, and about two o'clock by ours.
        started.every(untilCheck(clock.instant()), DAILY, index::check);
    }
}
