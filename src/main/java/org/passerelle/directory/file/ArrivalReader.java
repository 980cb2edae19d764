package org.passerelle.directory.file;

import java.time.Duration;
import java.util.Optional;
import org.passerelle.directory.ArrivalRules;
import org.passerelle.directory.ArrivalRules.NoShowLimits;

/** Reads {@code arrival:} of the rules of a room, a site or the network. */
final class ArrivalReader {

    static final String KEY = "arrival";

    /** Keeps rooms that a wider rule gives back. */
    private static final String NEVER = "never";

    private static final String NO_SHOWS = "noShows";
    private static final int MOST_NO_SHOWS = 1_000;
    private static final Duration DAY = Duration.ofDays(1);

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
        arrival.allowing("grace", "warning", "longest", "mostPeople", "walkUp", NO_SHOWS);
        return new ArrivalRules(
                arrival.optional("grace", ArrivalReader::grace, wider.grace()),
                arrival.optional("warning", Conversions.duration(Duration.ZERO, LONGEST_GRACE), wider.warning()),
                arrival.optional("longest", Conversions.duration(SHORTEST_GRACE, LONGEST_MEETING), wider.longest()),
                arrival.optional("mostPeople", Conversions.wholeNumber(1, MOST_PEOPLE), wider.mostPeople()),
                arrival.optional("walkUp", Conversions.duration(Duration.ZERO, LONGEST_WALK_UP), wider.walkUp()),
                arrival.section(NO_SHOWS)
                        .map(limits -> noShows(limits, wider.noShows()))
                        .orElse(wider.noShows()),
                wider.repeated());
    }

    private static NoShowLimits noShows(FileFields limits, NoShowLimits wider) {
        limits.allowing("person", "organisation", "within");
        var often = Conversions.wholeNumber(0, MOST_NO_SHOWS);
        return new NoShowLimits(
                limits.optional("person", often, wider.person()),
                limits.optional("organisation", often, wider.organisation()),
                limits.optional("within", Conversions.duration(DAY, NoShowLimits.LONGEST), wider.within()));
    }

    private static Optional<Duration> grace(String key, String text) {
        return text.equals(NEVER)
                ? Optional.empty()
                : Optional.of(
                        Conversions.duration(SHORTEST_GRACE, LONGEST_GRACE).from(key, text));
    }
}
