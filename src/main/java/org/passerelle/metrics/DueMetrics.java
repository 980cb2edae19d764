package org.passerelle.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.passerelle.booking.due.DueListener;

/** Counts what was done when it was due, and what was not, by its kind. */
final class DueMetrics implements DueListener {

    /** All of them from the start, so that the first of a kind is seen as an increase. */
    private final Map<String, Map<DueOutcome, Counter>> counters = new HashMap<>();

    /** @param kinds of all that may be due */
    DueMetrics(MeterRegistry registry, Collection<String> kinds) {
        for (String kind : kinds) {
            Map<DueOutcome, Counter> outcomes = new EnumMap<>(DueOutcome.class);
            for (DueOutcome outcome : DueOutcome.values()) {
                outcomes.put(
                        outcome,
                        Counter.builder("passerelle.due.actions")
                                .description(
                                        "What was due by its time: done, needless by then, failed and tried again, or"
                                                + " dropped because it was too late")
                                .tag("kind", kind)
                                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                                .register(registry));
            }
            counters.put(kind, outcomes);
        }
    }

    @Override
    public void ended(String kind, DueOutcome outcome) {
        Counter counter = counters.getOrDefault(kind, Map.of()).get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
