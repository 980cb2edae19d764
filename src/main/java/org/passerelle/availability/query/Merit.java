package org.passerelle.availability.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One ground of a score, told to people in their language from the message {@code availability.merit.<code>}.
 *
 * @param details numbers and names for the sentence
 */
public record Merit(MeritCode code, List<String> details) {

    /** What can speak for or against a room. */
    public enum MeritCode {
        SEATS_FIT,
        SEATS_TO_SPARE,
        EQUIPMENT_FITS,
        EQUIPMENT_TO_SPARE,
        USUAL_SITE,
        DISTANCE,
        NEEDS_APPROVAL,
        MISSES_DATES;

        /** As it stands in message bundles, such as {@code seats-fit}. */
        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Merit {
        details = List.copyOf(details);
    }

    public static Merit of(MeritCode code, Object... details) {
        return new Merit(code, Arrays.stream(details).map(Object::toString).toList());
    }
}
