package org.passerelle.calendar.closures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.directory.Closure;
import org.passerelle.directory.ClosureCalendars.UnknownCalendar;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class IcsClosureCalendarsTests {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-25T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void readsAWholeDayWithItsReason() throws IOException {
        write("DTSTART;VALUE=DATE:20261225\r\nSUMMARY;LANGUAGE=fr:Noël\\, fermé\r\n");

        assertThat(closures()).containsExactly(closure("2026-12-25", "2026-12-25", "Noël, fermé"));
    }

    @Test
    void takesTheEndForTheFirstDayThatIsOpenAgain() throws IOException {
        write("DTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260817\nSUMMARY:Congés\n");

        assertThat(closures()).containsExactly(closure("2026-08-03", "2026-08-16", "Congés"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DURATION:P1D", "DTEND;VALUE=DATE:20260803", "TRANSP:TRANSPARENT"})
    void countsASingleDayHoweverItIsWritten(String more) throws IOException {
        write("DTSTART;VALUE=DATE:20260803\nSUMMARY:Travaux\n" + more + "\n");

        assertThat(closures()).containsExactly(closure("2026-08-03", "2026-08-03", "Travaux"));
    }

    @Test
    void followsAYearlyRuleFromOneYearBackToTenAhead() throws IOException {
        write("DTSTART;VALUE=DATE:19900601\nRRULE:FREQ=YEARLY\nSUMMARY:Fête\nEXDATE;VALUE=DATE:20280601\n");

        assertThat(closures())
                .extracting(closure -> closure.firstDay().getYear())
                .containsExactly(2025, 2026, 2027, 2029, 2030, 2031, 2032, 2033, 2034, 2035);
    }

    @Test
    void movesAnOccurrenceThatIsReplacedAndDropsOneThatIsCancelled() throws IOException {
        write(
                "DTSTART;VALUE=DATE:20260601\nRRULE:FREQ=YEARLY;COUNT=3\nSUMMARY:Fête\n",
                "RECURRENCE-ID;VALUE=DATE:20270601\nDTSTART;VALUE=DATE:20270604\nSUMMARY:Fête déplacée\n",
                "RECURRENCE-ID;VALUE=DATE:20280601\nDTSTART;VALUE=DATE:20280601\nSTATUS:CANCELLED\n");

        assertThat(closures())
                .containsExactly(
                        closure("2026-06-01", "2026-06-01", "Fête"),
                        closure("2027-06-04", "2027-06-04", "Fête déplacée"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUMMARY:no start\n",
                "DTSTART:20260803T090000Z\nSUMMARY:timed\n",
                "DTSTART;TZID=Europe/Paris:20260803T090000\nSUMMARY:timed\n",
                "DTSTART;VALUE=DATE:2026-08-03\nSUMMARY:dashes\n",
                "DTSTART;VALUE=DATE:20260230\nSUMMARY:no such day\n",
                "DTSTART;VALUE=DATE:20260803\nRRULE:FREQ=SECONDLY\nSUMMARY:too often\n",
                "DTSTART;VALUE=DATE:20260803\nRRULE:nonsense\nSUMMARY:no rule\n",
                "DTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260801\nSUMMARY:ends first\n",
                "DTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20960801\nSUMMARY:seventy years\n",
                "this is no property\n",
                "DTSTART;VALUE=DATE:20260803\nDURATION:PT12H\nSUMMARY:half a day\n",
                "DTSTART;VALUE=DATE:20260803\nRDATE;VALUE=DATE:20261003\nSUMMARY:one more date\n",
                "DTSTART;VALUE=DATE:20260803\nRRULE:FREQ=YEARLY\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:two rules\n",
            })
    void leavesOutABrokenEventAndKeepsTheOthers(String broken, CapturedOutput output) throws IOException {
        write("DTSTART;VALUE=DATE:20260701\nSUMMARY:before\n", broken, "DTSTART;VALUE=DATE:20260901\nSUMMARY:after\n");

        List<Closure> first = closures();
        List<Closure> second = new IcsClosureCalendars(new CalendarFiles(folder), TODAY).closures("test");

        assertThat(first).extracting(Closure::reason).containsExactly("before", "after");
        assertThat(second).isEqualTo(first);
        assertThat(output).contains("test.ics:9: this event is left out");
    }

    @Test
    void tellsOfABrokenEventOnce(CapturedOutput output) throws IOException {
        write("SUMMARY:no start\n");
        IcsClosureCalendars calendars = new IcsClosureCalendars(new CalendarFiles(folder), TODAY);

        calendars.closures("test");
        calendars.closures("test");

        assertThat(output.toString().split("left out", -1)).hasSize(2);
    }

    @Test
    void readsAFileThatEndsWithinAnEvent() throws IOException {
        Files.writeString(
                folder.resolve("test.ics"),
                "\uFEFFBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260701\nSUMMARY:whole\nEND:VEVENT\n"
                        + "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260801\nSUMM");

        assertThat(closures()).extracting(Closure::reason).containsExactly("whole");
    }

    @Test
    void leavesOutTheDaysOfAnExrule() throws IOException {
        write("DTSTART;VALUE=DATE:20260803\nRRULE:FREQ=YEARLY;COUNT=3\nEXRULE:FREQ=YEARLY;COUNT=2\nSUMMARY:Fête\n");

        assertThat(closures()).containsExactly(closure("2028-08-03", "2028-08-03", "Fête"));
    }

    @Test
    void readsOnFromAnEventThatHasLostItsEnd() throws IOException {
        Files.writeString(
                folder.resolve("test.ics"),
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260701\nSUMMARY:lost\n"
                        + "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260801\nSUMMARY:whole\nEND:VEVENT\nEND:VCALENDAR\n"
                        + "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260901\nSUMMARY:next\nEND:VEVENT\nEND:VCALENDAR\n");

        assertThat(closures()).extracting(Closure::reason).containsExactly("whole", "next");
    }

    @Test
    void prefersTheFileOfTheAdministrator() throws IOException {
        Files.writeString(
                folder.resolve("public-holidays-fr.ics"),
                "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260701\nSUMMARY:ours\nEND:VEVENT\n");

        assertThat(new IcsClosureCalendars(new CalendarFiles(folder), TODAY).closures("public-holidays-fr"))
                .extracting(Closure::reason)
                .containsExactly("ours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "",
                "..",
                "../test",
                "sub/test",
                "/etc/passwd",
                "TEST",
                "test.ics",
                "test\u0000",
                "a\nb"
            })
    void knowsNoOtherName(String name) throws IOException {
        write("DTSTART;VALUE=DATE:20260701\nSUMMARY:x\n");
        Files.createDirectories(folder.resolve("sub"));
        Files.copy(folder.resolve("test.ics"), folder.resolve("sub/test.ics"));

        IcsClosureCalendars calendars = new IcsClosureCalendars(new CalendarFiles(folder), TODAY);

        assertThatThrownBy(() -> calendars.closures(name)).isInstanceOf(UnknownCalendar.class);
    }

    private List<Closure> closures() {
        return new IcsClosureCalendars(new CalendarFiles(folder), TODAY).closures("test");
    }

    private void write(String... events) throws IOException {
        StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test\n");
        for (String event : events) {
            file.append("BEGIN:VEVENT\nUID:one\n").append(event).append("END:VEVENT\n");
        }
        Files.writeString(folder.resolve("test.ics"), file.append("END:VCALENDAR\n"));
    }

    private static Closure closure(String firstDay, String lastDay, String reason) {
        return new Closure(LocalDate.parse(firstDay), LocalDate.parse(lastDay), reason);
    }
}
