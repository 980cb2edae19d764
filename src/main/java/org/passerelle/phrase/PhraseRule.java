package org.passerelle.phrase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One form of words, and what it says. */
record PhraseRule(Pattern pattern, Meaning meaning) {

    private static final String WORD_STARTS = "(?<![\\p{L}\\p{N}])";
    private static final String WORD_ENDS = "(?![\\p{L}\\p{N}])";

    /** The moment at which a line is read, on the clocks on which it is read. */
    record Present(Instant instant, ZoneId zone, String line) {

        LocalDateTime local() {
            return LocalDateTime.ofInstant(instant, zone);
        }

        LocalDate today() {
            return local().toLocalDate();
        }
    }

    /** Words that have matched. */
    record Matched(Matcher found, Present present) {

        Span span() {
            return new Span(found.start(), found.end());
        }

        @Nullable
        String group(String name) {
            return found.group(name);
        }

        boolean has(String name) {
            return found.group(name) != null;
        }

        /** @param name of a group that has matched */
        String text(String name) {
            String text = found.group(name);
            if (text == null) {
                throw new IllegalStateException("Nothing has matched " + name);
            }
            return text;
        }

        LocalDate today() {
            return present.today();
        }
    }

    /** What matched words say; empty if it is not that after all. */
    @FunctionalInterface
    interface Meaning {
        Optional<Said> of(Matched matched);
    }

    static PhraseRule of(String expression, Meaning meaning) {
        return new PhraseRule(Pattern.compile(WORD_STARTS + "(?:" + expression + ")" + WORD_ENDS), meaning);
    }

    /** What the words of {@code folded} from {@code at} on say by this rule. */
    Optional<Said> at(int at, String folded, Present present) {
        Matcher matcher = pattern.matcher(folded).region(at, folded.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? meaning.of(new Matched(matcher, present)) : Optional.empty();
    }
}
