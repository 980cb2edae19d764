package org.passerelle.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.platform.StoreStatus;
import org.passerelle.platform.personal.RetainedData;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Forgets at night what has been kept for long enough, a piece a minute, so that whoever books at that hour waits for none of it.
 * Once a round finds nothing more it is over for the night, and the log is tidied up.
 */
@Component
class RetentionWork extends RegularWork {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionWork.class);
    private static final String NAME = "retention";
    private static final Duration ROUND = Duration.ofMinutes(1);

    /** Documents or entries of one kind, in one round. */
    static final int A_PIECE = 500;

    private final List<RetainedData> retained;
    private final RetentionProperties periods;
    private final RetentionRuns runs;
    private final StoreStatus store;
    private final Directories directories;
    private final Clock clock;

    /** The night that is over, by the date of its morning; confined to the thread. */
    private String over = "";

    /** Whether something was forgotten this night; confined to the thread. */
    private boolean hasForgotten;

    RetentionWork(
            List<RetainedData> retained,
            RetentionProperties periods,
            RetentionRuns runs,
            StoreStatus store,
            Directories directories,
            Clock clock) {
        super(NAME);
        this.retained = List.copyOf(retained);
        this.periods = periods;
        this.runs = runs;
        this.store = store;
        this.directories = directories;
        this.clock = clock;
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(ROUND, this::comeRound);
    }

    void comeRound() {
        LocalDateTime local = LocalDateTime.ofInstant(clock.instant(), zone());
        String night = local.toLocalDate().toString();
        if (!periods.isTime(local.toLocalTime()) || night.equals(over)) {
            return;
        }
        if (forgetSome(night)) {
            hasForgotten = true;
            return;
        }
        over = night;
        if (hasForgotten) {
            store.forgetFormerVersions();
            hasForgotten = false;
        }
    }

    private boolean forgetSome(String night) {
        Instant now = clock.instant();
        boolean forgot = false;
        for (RetainedData each : retained) {
            forgot |= forgetSome(each, night, now);
        }
        return forgot;
    }

    /** Whether there was something. One kind that cannot be dealt with keeps no other; it is tried again in the next night. */
    private boolean forgetSome(RetainedData retention, String night, Instant now) {
        Duration period = periods.of(retention.kind());
        long[] count = {0};
        Fence.around(() -> {
                    count[0] = period.isZero() ? 0 : retention.forgetBefore(now.minus(period), A_PIECE);
                    if (count[0] > 0) {
                        runs.add(retention.kind(), night, count[0], now);
                        LOG.info("{} of {} are kept no longer", count[0], retention.kind());
                    }
                })
                .ifPresent(failure -> WorkFailures.report(
                        LOG, NAME, "What is old of " + retention.kind() + " could not be forgotten", failure));
        return count[0] > 0;
    }

    private ZoneId zone() {
        return directories.current().sites().stream()
                .map(Site::zone)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }
}
