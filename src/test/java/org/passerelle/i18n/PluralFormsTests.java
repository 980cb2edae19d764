package org.passerelle.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A number before a noun has a form for one. */
class PluralFormsTests {

    private static final Pattern COUNTED = Pattern.compile("\\{\\d(,number,#)?\\} (more |other |autres |premières )?"
            + "(answers|bookings|bytes|calendars|characters|components|dates|days|events|hours|minutes|months|people|rooms"
            + "|rules|seconds|times|units|weeks|years"
            + "|agendas|ans|années|caractères|composants|événements|heures|jours|octets|personnes|places|règles|réponses"
            + "|réservations|salles|secondes|semaines|unités)\\b");

    /** Inside of a choice the form is one for many. */
    private static final Pattern CHOICE = Pattern.compile("\\{\\d,choice,(?:[^{}]|\\{[^{}]*\\})*\\}");

    /** The number is a bound of the program that is more than one, or another text is taken for one. */
    private static final Set<String> ALWAYS_MANY = Set.of(
            "availability.merit.misses-dates",
            "book.error.text",
            "conference.error.days",
            "daily.several",
            "exrule-leaves-out-too-many",
            "fault.file-too-long",
            "fault.text-too-long",
            "fault.too-many-rooms",
            "first-dates",
            "first-dates-of-event",
            "further-rules-give-too-many",
            "ground.too-many-dates",
            "ground.too-many-events",
            "ground.missed",
            "ground.too-many-missed",
            "answer.too-many-dates",
            "lasts-too-long",
            "monthly.several",
            "no-more-dates",
            "no-uid",
            "period.days",
            "rule-gives-too-many",
            "search.dates",
            "search.found.best",
            "too-large",
            "too-many-calendars",
            "too-many-components",
            "too-many-events",
            "too-many-rules",
            "too-many-times",
            "weekly.several",
            "period.months",
            "yearly.several");

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            return files.filter(file -> file.toString().endsWith(".properties")).toList();
        }
    }

    @Test
    void everyNumberBeforeANounHasAFormForOne() throws IOException {
        Set<String> without = new TreeSet<>();
        for (Path bundle : bundles()) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle)) {
                texts.load(reader);
            }
            texts.forEach((key, text) -> {
                String outside = CHOICE.matcher(text.toString()).replaceAll("");
                if (COUNTED.matcher(outside).find() && !ALWAYS_MANY.contains(key.toString())) {
                    without.add(key + "=" + text);
                }
            });
        }

        assertThat(bundles()).hasSizeGreaterThan(10);
        assertThat(without).isEmpty();
    }

    @Test
    void aDayIsNotDays() {
        assertThat(DurationTexts.of(Period.ofDays(1), Locale.ENGLISH)).isEqualTo("1 day");
        assertThat(DurationTexts.of(Period.ofDays(2), Locale.ENGLISH)).isEqualTo("2 days");
        assertThat(DurationTexts.of(Period.ofMonths(1), Locale.ENGLISH)).isEqualTo("1 month");
        assertThat(DurationTexts.of(Period.ofDays(1), Locale.FRENCH)).isEqualTo("1 jour");
    }

    @Test
    void aPageThatCountsDownHasTheUnitsOfItsLanguage() {
        assertThat(DurationTexts.units(Locale.FRENCH))
                .isEqualTo(new DurationTexts.UnitForms("# j", "# h", "# min", "# s"));
        assertThat(DurationTexts.of(Duration.ofDays(3), Locale.FRENCH)).isEqualTo("3 j");
        assertThat(DayTexts.daysOfMonth(Locale.FRENCH))
                .startsWith("1er", "2")
                .endsWith("31")
                .hasSize(31);
    }
}
