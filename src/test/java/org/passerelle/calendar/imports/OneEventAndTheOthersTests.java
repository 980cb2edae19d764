package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HostileTexts;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.time.Interval;

/** Whatever one event of a calendar is, the others are followed, and what is followed can be written. */
@Timeout(60)
class OneEventAndTheOthersTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Interval YEAR =
            Interval.of(Instant.parse("2026-03-24T00:00:00Z"), Instant.parse("2027-03-26T00:00:00Z"));
    private static final String FIRST = "2026-04-01T08:00:00Z";
    private static final String LAST = "2026-04-02T08:00:00Z";

    private static final List<String> PROPERTIES = List.of(
            "SUMMARY:a%sb",
            "SUMMARY:%s",
            "SUMMARY;LANGUAGE=%s:x",
            "UID:a%sb",
            "DESCRIPTION:%s",
            "LOCATION:%s",
            "COMMENT:%s",
            "CATEGORIES:%s",
            "X-%s:x",
            "%s:x",
            "DTSTART:%s",
            "DTSTART:20260403T080000%s",
            "DTSTART;TZID=%s:20260403T100000",
            "DTEND:%s",
            "DURATION:PT%sH",
            "RRULE:FREQ=%s",
            "RRULE:FREQ=DAILY;COUNT=2;%s=1",
            "RRULE:FREQ=DAILY;COUNT=2;BYDAY=%s",
            "EXDATE:%s",
            "RDATE:20260403T080000Z,%s",
            "RECURRENCE-ID:%s",
            "SEQUENCE:%s",
            "DTSTAMP:%s",
            "STATUS:%s",
            "TRANSP:%s",
            "CLASS:%s",
            "ORGANIZER;CN=%s:mailto:a@b.example",
            "ATTENDEE;PARTSTAT=%s:mailto:%s@b.example",
            "BEGIN:%s",
            "END:%s");

    static Stream<Integer> categories() {
        return HostileTexts.categories();
    }

    @ParameterizedTest
    @MethodSource("categories")
    void areFollowedWhateverCharactersOneIsMadeOf(int category) {
        for (String character : HostileTexts.of(category)) {
            for (String property : PROPERTIES) {
                String line = property.replace("%s", character);
                assertThatTheOthersAreFollowed(line, calendar(line));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("categories")
    void areFollowedWhateverBytesOneIsMadeOf(int category) {
        for (String character : HostileTexts.of(category)) {
            byte[] bytes = text("SUMMARY:a" + character + "b").getBytes(StandardCharsets.UTF_8);
            assertThatTheOthersAreFollowed(
                    "U+" + Integer.toHexString(character.codePointAt(0)),
                    ExternalDates.of(SchedulingMessages.read(bytes, "UTF-8", PARIS), YEAR, "Google", () -> {}));
        }
    }

    @Test
    void areFollowedHoweverLargeTheValuesOfOneAre() {
        for (String filler :
                List.of("x", ";", ",", "\"", "=", "\\", "é", "mailto:", "🙂", "MO,", "20260403T080000Z,", "^")) {
            String huge = filler.repeat(200_000 / filler.length());
            for (String property : PROPERTIES) {
                String line = property.replace("%s", huge);
                assertThatTheOthersAreFollowed(property + " of " + filler, calendar(line));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;COUNT=999999999",
                "RRULE:FREQ=DAILY;COUNT=999999999",
                "RRULE:FREQ=YEARLY;BYYEARDAY=366;BYDAY=SU",
                "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
                "RRULE:FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=2;COUNT=9",
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
                "RRULE:FREQ=DAILY;INTERVAL=9999;UNTIL=99991231",
                "RRULE:FREQ=SECONDLY",
                "DTSTART:19000101T000000Z",
                "DTSTART:25000101T000000Z",
                "DTEND:99991231T235959Z",
                "DURATION:P99999W",
                "DURATION:PT99999999S",
                "DTSTART;TZID=UTC+01:37:20260403T100000",
                "SEQUENCE:999999999",
                "RRULE:FREQ=DAILY",
                " folded on and on",
                "BEGIN:VALARM",
                "BEGIN:VEVENT",
                "BEGIN:VCALENDAR",
                "END:VCALENDAR",
                "END:VEVENT",
                "no colon",
                ":",
                "",
                "DTSTART"
            })
    void areFollowedWhateverOneAsksFor(String line) {
        assertThatTheOthersAreFollowed(line, calendar(line));
        assertThatTheOthersAreFollowed(line, calendar("DTSTART:19000101T000000Z\r\nDURATION:PT1H\r\n" + line));
    }

    @Test
    void areFollowedHoweverManyPartsOneHas() {
        assertThatTheOthersAreFollowed("deep", calendar("BEGIN:X\r\n".repeat(50)));
        assertThatTheOthersAreFollowed("many", calendar("BEGIN:VALARM\r\nEND:VALARM\r\n".repeat(50_000)));
        assertThatTheOthersAreFollowed("ends", calendar("END:VALARM\r\nEND:X\r\n".repeat(50_000)));
    }

    @Test
    void areFollowedWhenThousandsOfRulesAreDearAndTheLimitIsSaid() {
        String dear = dear("DTSTART:19000101T000000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=999999999\r\n", 5_000);

        ExternalDates found = calendar("SUMMARY:x\r\nEND:VEVENT\r\n" + dear + "BEGIN:VEVENT\r\nSUMMARY:x");

        assertThatTheOthersAreFollowed("dear rules", found);
        assertThat(found.broken()).extracting(BrokenEvent::reason).anyMatch(reason -> reason.contains("steps"));
    }

    @Test
    void areFollowedWhenThousandsOfSeriesNeverEndAndTheLimitIsSaid() {
        String endless = IntStream.range(0, 15_000)
                .mapToObj(i ->
                        "BEGIN:VEVENT\r\nUID:e%d\r\nDTSTART:20260401T%02d%02d00Z\r\nDURATION:PT5M\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
                                .formatted(i, i / 60 % 24, i % 60))
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();

        ExternalDates found = calendar("SUMMARY:x\r\nEND:VEVENT\r\n" + endless + "BEGIN:VEVENT\r\nSUMMARY:x");

        assertThatTheOthersAreFollowed("endless series", found);
        assertThat(found.dates()).hasSizeLessThanOrEqualTo(ExternalDates.MOST);
        assertThat(found.broken())
                .extracting(BrokenEvent::reason)
                .anyMatch(reason -> reason.contains(String.valueOf(ExternalDates.MOST_EXPANDED)));
    }

    private static String dear(String properties, int count) {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < count; i++) {
            events.append("BEGIN:VEVENT\r\nUID:d")
                    .append(i)
                    .append("\r\n")
                    .append(properties)
                    .append("END:VEVENT\r\n");
        }
        return events.toString();
    }

    private static void assertThatTheOthersAreFollowed(String what, ExternalDates found) {
        assertThat(found.dates())
                .as(what.length() > 100 ? what.substring(0, 100) : what)
                .extracting(date -> date.time().start().toString())
                .contains(FIRST, LAST);
        found.dates().forEach(OneEventAndTheOthersTests::assertThatItCanBeWritten);
    }

    /** As {@link org.passerelle.booking.OccupyingRooms} writes it. */
    private static void assertThatItCanBeWritten(ExternalDate date) {
        new Content(date.title(), "", Visibility.ORGANISATION, 0, List.of(), Optional.empty());
        new Schedule(
                LocalDateTime.ofInstant(date.time().start(), date.zone()),
                date.zone(),
                date.time().length(),
                Optional.empty(),
                Set.of());
    }

    /** Two plain events, and between them one that has {@code line} before what else it needs. */
    private static ExternalDates calendar(String line) {
        return ExternalDates.of(SchedulingMessages.read(text(line), PARIS), YEAR, "Google", () -> {});
    }

    private static String text(String line) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Elsewhere//EN\r\n"
                + "BEGIN:VEVENT\r\nUID:first\r\nDTSTART:20260401T080000Z\r\nDTEND:20260401T090000Z\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\n" + line + "\r\nUID:odd\r\nSUMMARY:Odd\r\nDTSTART:20260403T080000Z\r\n"
                + "DTEND:20260403T090000Z\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nUID:last\r\nDTSTART:20260402T080000Z\r\nDTEND:20260402T090000Z\r\nEND:VEVENT\r\n"
                + "END:VCALENDAR\r\n";
    }
}
