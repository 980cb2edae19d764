package org.passerelle.privacy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.platform.personal.RetainedData.RetentionKind;
import org.passerelle.privacy.RetentionRuns.RetentionRun;
import org.springframework.stereotype.Component;

/** For how long what tells of people is kept, and what was forgotten lately. */
@Component
public class RetentionOverview {

    private final RetentionProperties periods;
    private final RetentionRuns runs;

    RetentionOverview(RetentionProperties periods, RetentionRuns runs) {
        this.periods = periods;
        this.runs = runs;
    }

    /**
     * One kind.
     *
     * @param period for how long it is kept; zero for ever
     * @param run empty if nothing was forgotten yet
     */
    public record RetentionLine(RetentionKind kind, Duration period, Optional<RetentionRun> run) {}

    public List<RetentionLine> lines() {
        Map<RetentionKind, RetentionRun> all = runs.all();
        return Stream.of(RetentionKind.values())
                .map(kind -> new RetentionLine(kind, periods.of(kind), Optional.ofNullable(all.get(kind))))
                .toList();
    }
}
