package org.passerelle.platform.mongo.log.salvage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.RecordHead;

/** Which records were found, so that the others are known to be missing. */
final class SequenceRuns {

    private final List<Run> runs = new ArrayList<>();
    private @Nullable Run current;

    /** Records without a gap. Times in milliseconds since 1970. */
    private static final class Run {
        private final long first;
        private final long firstTime;
        private long last;
        private long lastTime;

        private Run(RecordHead head) {
            this.first = head.sequence();
            this.firstTime = head.time();
            this.last = head.sequence();
            this.lastTime = head.time();
        }
    }

    void add(RecordHead head) {
        Run run = current;
        if (run == null || head.sequence() != run.last + 1) {
            run = new Run(head);
            current = run;
            runs.add(run);
        }
        run.last = head.sequence();
        run.lastTime = head.time();
    }

    boolean has(long sequence) {
        return runs.stream().anyMatch(run -> run.first <= sequence && sequence <= run.last);
    }

    long last() {
        return runs.stream().mapToLong(run -> run.last).max().orElse(0);
    }

    /**
     * The gaps between {@code first} and {@code until}, which was there at {@code untilTime}.
     *
     * @param first the sequence of the first record that is to be there; 0 if that is not known
     */
    List<SalvageReport.Missing> gaps(long first, long until, @Nullable Instant untilTime) {
        runs.sort(Comparator.comparingLong(run -> run.first));
        List<SalvageReport.Missing> gaps = new ArrayList<>();
        if (runs.isEmpty()) {
            if (first == 0 || until >= first) {
                gaps.add(new SalvageReport.Missing(first == 0 ? 0 : until - first + 1, null, untilTime));
            }
            return gaps;
        }
        long last = first - 1;
        Instant lastTime = null;
        for (Run run : runs) {
            Instant time = Instant.ofEpochMilli(run.firstTime);
            if (first == 0 && lastTime == null) {
                gaps.add(new SalvageReport.Missing(0, null, time));
            } else if (run.first > last + 1) {
                gaps.add(new SalvageReport.Missing(run.first - last - 1, lastTime, time));
            }
            if (run.last > last) {
                last = run.last;
                lastTime = Instant.ofEpochMilli(run.lastTime);
            }
        }
        if (until > last) {
            gaps.add(new SalvageReport.Missing(until - last, lastTime, untilTime));
        }
        return gaps;
    }
}
