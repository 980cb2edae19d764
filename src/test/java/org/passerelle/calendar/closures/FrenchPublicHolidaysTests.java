package org.passerelle.calendar.closures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.directory.Closure;

/** The shipped file, as it is packed into the program. */
class FrenchPublicHolidaysTests {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-25T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path emptyFolder;

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027, 2028, 2029, 2030})
    void areTheElevenDaysOfTheLabourCode(int year) {
        LocalDate easter = easter(year);

        assertThat(holidays(year))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(LocalDate.of(year, 1, 1), "Jour de l’An"),
                        Map.entry(easter.plusDays(1), "Lundi de Pâques"),
                        Map.entry(LocalDate.of(year, 5, 1), "Fête du Travail"),
                        Map.entry(LocalDate.of(year, 5, 8), "Victoire de 1945"),
                        Map.entry(easter.plusDays(39), "Ascension"),
                        Map.entry(easter.plusDays(50), "Lundi de Pentecôte"),
                        Map.entry(LocalDate.of(year, 7, 14), "Fête nationale"),
                        Map.entry(LocalDate.of(year, 8, 15), "Assomption"),
                        Map.entry(LocalDate.of(year, 11, 1), "Toussaint"),
                        Map.entry(LocalDate.of(year, 11, 11), "Armistice de 1918"),
                        Map.entry(LocalDate.of(year, 12, 25), "Noël")));
    }

    @Test
    void haveCrLfLinesOf75OctetsAndOneUidEach() throws IOException {
        String file = Files.readString(Path.of("calendars", "public-holidays-fr.ics"), StandardCharsets.UTF_8);

        assertThat(file).endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(file.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(Stream.of(file.split("\r\n")).filter(line -> line.startsWith("UID:")))
                .hasSize(55)
                .doesNotHaveDuplicates();
    }

    private Map<LocalDate, String> holidays(int year) {
        List<Closure> all =
                new IcsClosureCalendars(new CalendarFiles(emptyFolder), TODAY).closures("public-holidays-fr");
        assertThat(all).allMatch(closure -> closure.firstDay().equals(closure.lastDay()));
        return all.stream()
                .filter(closure -> closure.firstDay().getYear() == year)
                .collect(Collectors.toMap(Closure::firstDay, Closure::reason));
    }

    /**
     * The Sunday after the ecclesiastical full moon, found by walking through the table of epacts of the years 1900 to
     * 2199: a way of computing that shares nothing with the formula the file was made by.
     */
    private static LocalDate easter(int year) {
        List<MonthDay> fullMoons = IntStream.of(
                        414, 403, 323, 411, 331, 418, 408, 328, 416, 405, 325, 413, 402, 322, 410, 330, 417, 407, 327)
                .mapToObj(number -> MonthDay.of(number / 100, number % 100))
                .toList();
        return fullMoons.get(year % 19).atYear(year).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }
}
