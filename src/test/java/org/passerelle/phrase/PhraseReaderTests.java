package org.passerelle.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;

/** Moments, zones and texts that nobody expects. */
class PhraseReaderTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String LETTERS = "aàé'’-–/.:,h0123456789 mMpP\u00a0\ud83d\ude00\u0301\u202e\u0000\n漢ßİ";

    private static String at(String now, String phrase) {
        return PhraseTexts.of(PhraseNetwork.READER.read(phrase, PhraseNetwork.DEMO, Instant.parse(now), PARIS));
    }

    private static Phrase read(String phrase) {
        return PhraseNetwork.READER.read(phrase, PhraseNetwork.DEMO, MutableClock.TODAY, PARIS);
    }

    @Test
    void countsHoursOverTheNightInWhichClocksGoForward() {
        assertThat(at("2026-03-29T00:30:00Z", "in 2 hours")).isEqualTo("2026-03-29, at 04:30");
        assertThat(at("2026-03-28T23:30:00Z", "dans 24 heures")).isEqualTo("2026-03-30, at 01:30");
        assertThat(at("2026-03-28T23:30:00Z", "tomorrow 9am")).isEqualTo("2026-03-30; at 09:00");
    }

    @Test
    void countsHoursOverTheNightInWhichClocksGoBack() {
        assertThat(at("2026-10-25T00:30:00Z", "dans 2 heures")).isEqualTo("2026-10-25, at 03:30");
        assertThat(at("2026-10-24T21:59:00Z", "today")).isEqualTo("2026-10-24");
        assertThat(at("2026-10-24T22:00:00Z", "today")).isEqualTo("2026-10-25");
    }

    @Test
    void countsMonthsToTheirLastDay() {
        assertThat(at("2026-01-31T09:00:00Z", "in a month")).isEqualTo("2026-02-28");
        assertThat(at("2026-01-31T09:00:00Z", "the 30th")).isEqualTo("2026-03-30");
        assertThat(at("2026-12-31T09:00:00Z", "demain 9h")).isEqualTo("2027-01-01; at 09:00");
        assertThat(at("2026-12-30T09:00:00Z", "every day until January"))
                .isEqualTo("first 2026-12-30; FREQ=DAILY; until 2027-01-31 (or until 2026-12-31)");
    }

    @Test
    void readsTheClocksOfThePlaceThatIsNamed() {
        String evening = "2026-03-25T23:30:00Z";

        assertThat(at(evening, "today Montréal")).isEqualTo("2026-03-25; site montreal");
        assertThat(at(evening, "today Melun")).isEqualTo("2026-03-26; site melun");
        assertThat(at(evening, "now Salle Mont-Royal")).isEqualTo("2026-03-25, at 19:30; room montreal-mont-royal");
        assertThat(at(evening, "now")).isEqualTo("2026-03-26, at 00:30");
    }

    @Test
    void beginsNowWithTheSlotThatRuns() {
        assertThat(at("2026-03-25T09:07:00Z", "now")).isEqualTo("2026-03-25, at 10:05");
        assertThat(at("2026-03-25T09:07:00Z", "in 30 minutes")).isEqualTo("2026-03-25, at 10:40");
    }

    @Test
    void knowsTheSpanOfEveryPart() {
        Phrase phrase = read("  Demain à 14h,  xyzzy Melun ");

        assertThat(phrase.line()).isEqualTo("Demain à 14h,  xyzzy Melun");
        assertThat(phrase.parts().stream().map(part -> part.span().of(phrase.line())))
                .containsExactly("Demain", "à 14h", "Melun");
        assertThat(phrase.unread().get(0).span().of(phrase.line())).isEqualTo("xyzzy");
        assertThat(phrase.with(phrase.parts().get(1).span(), "")).isEqualTo("Demain , xyzzy Melun");
    }

    @Test
    void readsAccentsHoweverTheyAreMade() {
        assertThat(PhraseTexts.of(read("te\u0301le\u0301pre\u0301sence Montre\u0301al")))
                .isEqualTo("TELEPRESENCE; site montreal");
        assertThat(PhraseTexts.of(read("TÉLÉPRÉSENCE montreal"))).isEqualTo("TELEPRESENCE; site montreal");
    }

    @Test
    void saysThatALineIsTooLong() {
        Phrase phrase = read("demain " + "x".repeat(100_000));

        assertThat(phrase.wasCut()).isTrue();
        assertThat(phrase.line()).hasSize(Phrase.MOST_CHARACTERS);
        assertThat(phrase.first(Wish.OnDay.class)).isPresent();
        assertThat(read("demain").wasCut()).isFalse();
    }

    @Test
    void understandsALanguageOnlyIfItIsAskedTo() {
        PhraseReader english = new PhraseReader(List.of(Locale.ENGLISH));

        Phrase phrase = english.read("tomorrow demain", PhraseNetwork.DEMO, MutableClock.TODAY, PARIS);

        assertThat(PhraseTexts.of(phrase)).isEqualTo("2026-03-26; ?UNKNOWN demain");
    }

    /** Each word is in a part, among what was not taken, or a filler; nothing is in two of them. */
    @Test
    void anyTextIsHarmlessAndNoWordIsTakenTwice() {
        Random random = new Random(17);
        List<String> words = List.of(
                "demain",
                "14h",
                "2h",
                "9-11",
                "every",
                "second",
                "Tuesday",
                "until",
                "June",
                "de",
                "à",
                "12/3",
                "mars",
                "6",
                "pers",
                "Melun",
                "visio",
                "premier",
                "lundi",
                "du",
                "mois",
                "jusqu'à",
                "in",
                "two",
                "weeks",
                "pm",
                "-",
                "/",
                ",",
                "le",
                "31",
                "2026-02-30",
                "salle",
                "next",
                "and",
                "10",
                "fois",
                "99999999999",
                "0");
        for (int i = 0; i < 3_000; i++) {
            String line = i % 3 == 0
                    ? random.ints(random.nextInt(400), 0, LETTERS.length())
                            .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                            .reduce("", String::concat)
                    : random.ints(random.nextInt(14), 0, words.size())
                            .mapToObj(words::get)
                            .reduce("", (all, word) -> all + " " + word);
            Phrase phrase = read(line);

            boolean[] taken = new boolean[phrase.line().length()];
            Stream.concat(
                            phrase.parts().stream().map(Phrase.Part::span),
                            phrase.unread().stream().map(Phrase.Unread::span))
                    .forEach(span -> {
                        for (int at = span.start(); at < span.end(); at++) {
                            assertThat(taken[at]).as(line).isFalse();
                            taken[at] = true;
                        }
                    });
        }
    }

    @Test
    void isReadInMilliseconds() {
        List<String> lines = List.of(
                "1 ".repeat(150), "9h".repeat(150), "a".repeat(300), "lundi et ".repeat(33), "xylo ".repeat(60));
        lines.forEach(PhraseReaderTests::read);
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            lines.forEach(PhraseReaderTests::read);
        }

        // A thousand times less than what a line without bounds would take; machines under load are slow.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
