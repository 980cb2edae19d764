package org.passerelle.mail.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What was counted for one person or one recipient since a moment.
 *
 * @param version rises with every write, so that of two that count at once one counts anew
 * @param since when the first was counted
 * @param counts by the names of counters; none is zero
 */
public record MailTally(long version, Instant since, Map<String, Integer> counts) {

    public MailTally {
        counts = Map.copyOf(counts);
    }

    static MailTally begun(Instant now) {
        return new MailTally(0, now, Map.of());
    }

    int of(String counter) {
        return counts.getOrDefault(counter, 0);
    }

    /** How many counters have names that begin with {@code prefix}. */
    int kinds(String prefix) {
        return (int)
                counts.keySet().stream().filter(name -> name.startsWith(prefix)).count();
    }

    /** This one, or an empty one if its day is over at {@code now}. */
    MailTally at(Instant now, Duration day) {
        return since.plus(day).isAfter(now) ? this : new MailTally(version, now, Map.of());
    }

    /** With {@code by} more of each of {@code counters}, never below zero. */
    MailTally plus(Collection<String> counters, int by) {
        Map<String, Integer> changed = new HashMap<>(counts);
        counters.forEach(name -> changed.merge(name, by, Integer::sum));
        changed.values().removeIf(count -> count <= 0);
        return new MailTally(version + 1, since, changed);
    }
}
