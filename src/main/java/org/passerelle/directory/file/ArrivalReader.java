package org.passerelle.directory.file;

import java.time.Duration;
import java.util.Optional;
import org.passerelle.directory.ArrivalRules;

/** Reads {@code arrival:} of the rules of a room, a site or the network. */
final class ArrivalReader {

    static final String KEY = "arrival";

    /** Keeps rooms that a wider rule gives back. */
    private static final String NEVER = "never";

    private static final Duration SHORTEST_GRACE = Duration.ofMinutes(5);
    private static final Duration LONGEST_GRACE = Duration.ofHours(12);
    private static final Duration LONGEST_MEETING = Duration.ofDays(31);
    private static final Duration LONGEST_WALK_UP = Duration.ofHours(4);
    private static final int MOST_PEOPLE = 10_000;

    private ArrivalReader() {}

    /** {@code wider} with what {@code rules} says itself. */
    static ArrivalRules read(FileFields rules, ArrivalRules wider) {
        return rules.section(KEY).map(arrival -> refined(arrival, wider)).orElse(wider);
    }

    private static ArrivalRules refined(FileFields arrival, ArrivalRules wider) {
        arrival.allowing("grace", "warning", "longest", "mostPeople", "walkUp");
        return new ArrivalRules(
                arrival.optional("grace", ArrivalReader::grace, wider.grace()),
                arrival.optional("warning", Conversions.duration(Duration.ZERO, LONGEST_GRACE), wider.warning()),
                arrival.optional("longest", Conversions.duration(SHORTEST_GRACE, LONGEST_MEETING), wider.longest()),
                arrival.optional("mostPeople", Conversions.wholeNumber(1, MOST_PEOPLE), wider.mostPeople()),
                arrival.optional("walkUp", Conversions.duration(Duration.ZERO, LONGEST_WALK_UP), wider.walkUp()));
    }

    private static Optional<Duration> grace(String key, String text) {
        return text.equals(NEVER)
                ? Optional.empty()
                : Optional.of(
                        Conversions.duration(SHORTEST_GRACE, LONGEST_GRACE).from(key, text));
    }
}
