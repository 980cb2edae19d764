package org.passerelle.calendar.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.time.RecurrenceFault;

/** What is wrong with a calendar is told in the language of its reader, whatever it is. */
class CalendarFaultTextsTests {

    private static final Path FOLDER = Path.of("src/main/resources/org/passerelle/calendar/fault");
    private static final Set<String> ENGLISH_ONLY = Set.of(
            "it", "its", "the", "is", "has", "have", "of", "no", "not", "than", "more", "that", "which", "by", "be",
            "are", "too", "there", "only", "this", "was", "with");

    private static CalendarFault fault(CalendarFaultCode code) {
        return CalendarFault.of(code, "RRULE", 750);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void isToldInFrenchWithoutAWordOfEnglish(CalendarFaultCode code) {
        for (CalendarFault fault : Set.of(fault(code), fault(code).withDatesKept())) {
            String english = CalendarFaultTexts.of(fault, Locale.CANADA);
            String french = CalendarFaultTexts.of(fault, Locale.CANADA_FRENCH);

            assertThat(words(english)).containsAnyElementsOf(ENGLISH_ONLY);
            assertThat(words(french)).doesNotContainAnyElementsOf(ENGLISH_ONLY);
            assertThat(english + french).doesNotContain("{", "null");
        }
    }

    /** A detail that is told in one language is told in the other. */
    @ParameterizedTest
    @EnumSource
    void tellsTheSameInBothLanguages(CalendarFaultCode code) {
        String english = CalendarFaultTexts.of(fault(code), Locale.ENGLISH);
        String french = CalendarFaultTexts.of(fault(code), Locale.FRENCH);

        assertThat(french.contains("RRULE")).isEqualTo(english.contains("RRULE"));
        assertThat(french.contains("750")).isEqualTo(english.contains("750"));
    }

    @Test
    void hasATextForEveryCodeAndNoOther() throws IOException {
        Set<String> codes = Arrays.stream(CalendarFaultCode.values())
                .map(CalendarFaultTexts::key)
                .collect(Collectors.toCollection(TreeSet::new));
        codes.add("dates-kept");

        assertThat(keys("messages.properties")).isEqualTo(codes);
        assertThat(keys("messages_fr.properties")).isEqualTo(codes);
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void isReadFromLogsAsItWasWritten(CalendarFaultCode code) {
        for (CalendarFault fault : Set.of(CalendarFault.of(code), CalendarFault.of(code, "a | b"), fault(code))) {
            assertThat(CalendarFault.parse(fault.written())).contains(fault);
        }
    }

    @Test
    void isNotReadFromSentences() {
        assertThat(CalendarFault.parse(List.of("its time zone is not known: Mars", "Base")))
                .isEmpty();
        assertThat(CalendarFault.parse(List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasACodeOfItsOwnForEachFaultOfARule(RecurrenceFault fault) {
        assertThat(Arrays.stream(RecurrenceFault.values())
                        .filter(other -> CalendarFaultCode.of(other) == CalendarFaultCode.of(fault)))
                .containsExactly(fault);
    }

    @Test
    void cutsWhatOthersWroteToOneShortLine() {
        CalendarFault fault = CalendarFault.of(CalendarFaultCode.UNKNOWN_ZONE, "x".repeat(500) + "\r\nBcc: y");

        assertThat(CalendarFaultTexts.of(fault, Locale.FRENCH))
                .hasSizeLessThan(130)
                .doesNotContain("\n", "\r");
    }
}
