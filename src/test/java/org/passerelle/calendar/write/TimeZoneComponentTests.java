package org.passerelle.calendar.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.calendar.OffsetsRead;
import org.passerelle.time.Interval;

class TimeZoneComponentTests {

    private static final Interval FIVE_YEARS =
            Interval.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2031-01-01T00:00:00Z"));
    private static final Interval ONE_HOUR = Interval.of(Instant.parse("2026-03-25T09:00:00Z"), Duration.ofHours(1));

    @Test
    void writesParisAsOneStandardAndOneDaylight() {
        assertThat(text("Europe/Paris", ONE_HOUR).split("\r\n"))
                .containsExactlyInAnyOrder(
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Paris",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:19700329T020000",
                        "TZOFFSETFROM:+0100",
                        "TZOFFSETTO:+0200",
                        "TZNAME:CEST",
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                        "END:DAYLIGHT",
                        "BEGIN:STANDARD",
                        "DTSTART:19701025T030000",
                        "TZOFFSETFROM:+0200",
                        "TZOFFSETTO:+0100",
                        "TZNAME:CET",
                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                        "END:STANDARD",
                        "END:VTIMEZONE");
    }

    @ParameterizedTest
    @CsvSource({
        "America/Montreal, RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU, RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "Europe/Dublin, RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU, RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "Pacific/Auckland, RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU, RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
    })
    void namesTheDayOfEveryYearlyChange(String zone, String daylight, String standard) {
        assertThat(text(zone, ONE_HOUR))
                .contains(daylight + "\r\nEND:DAYLIGHT")
                .contains(standard + "\r\nEND:STANDARD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Tokyo", "Asia/Kolkata", "America/Phoenix", "Africa/Lagos", "Indian/Reunion"})
    void writesAZoneWithoutClockChangesWithoutARule(String zone) {
        assertThat(text(zone, FIVE_YEARS))
                .containsOnlyOnce("BEGIN:STANDARD")
                .doesNotContain("DAYLIGHT")
                .doesNotContain("RRULE");
    }

    @Test
    void enumeratesTheOnsetsOfMoroccoWithinTheSpan() {
        String morocco = text("Africa/Casablanca", FIVE_YEARS);

        assertThat(morocco).doesNotContain("RRULE").doesNotContain("RDATE");
        assertThat(morocco.split("DTSTART", -1)).hasSize(13);
    }

    @Test
    void enumeratesAcrossAChangeOfLaw() {
        Interval span = Interval.of(Instant.parse("2005-06-01T00:00:00Z"), Instant.parse("2009-01-01T00:00:00Z"));

        String newYork = text("America/New_York", span);

        assertThat(newYork).doesNotContain("RRULE").contains("DTSTART:20060402T020000", "DTSTART:20070311T020000");
        assertSameOffsets("America/New_York", span);
    }

    @Test
    void refusesUtc() {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeZoneComponent.of(ZoneId.of("Etc/UTC"), ONE_HOUR));
    }

    /** Every zone that java.time knows (less the pool that ical4j adds to it), around each of its clock changes and once a week between. */
    @Test
    void givesTheOffsetsOfJavaTimeForEveryZone() {
        List<String> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("ical4j"))
                .filter(id -> !ContentLine.isUtc(ZoneId.of(id)))
                .sorted()
                .toList();

        assertThat(zones).hasSizeGreaterThan(400);
        zones.forEach(zone -> assertSameOffsets(zone, FIVE_YEARS));
    }

    /** Away from the changes, like the next: both libraries are inexact in the hours around one. */
    @ParameterizedTest
    @MethodSource("zonesOfEveryShape")
    void isUnderstoodByIcal4j(String zone) throws Exception {
        String text =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test\r\n" + text(zone, FIVE_YEARS) + "END:VCALENDAR\r\n";

        VTimeZone read = (VTimeZone) new CalendarBuilder()
                .build(new StringReader(text))
                .getComponent("VTIMEZONE")
                .orElseThrow();

        for (Instant moment : calmProbes(zone)) {
            Optional<TzOffsetTo> to =
                    Objects.requireNonNull(read.getApplicableObservance(moment)).getProperty("TZOFFSETTO");
            assertThat(to.orElseThrow().getOffset().getTotalSeconds())
                    .as("%s at %s", zone, moment)
                    .isEqualTo(offset(zone, moment));
        }
    }

    /** Also, biweekly takes every summer time for one hour. */
    @ParameterizedTest
    @MethodSource("zonesWithSummersOfAnHour")
    void isUnderstoodByBiweekly(String zone) {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test\r\n" + text(zone, FIVE_YEARS)
                + "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=" + zone
                + ":20260325T090000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        ICalendar calendar = Biweekly.parse(text).first();

        var read = calendar.getTimezoneInfo()
                .getTimezone(calendar.getEvents().get(0).getDateStart());
        assertThat(read.getComponent()).isNotNull();
        for (Instant moment : calmProbes(zone)) {
            assertThat(read.getTimeZone().getOffset(moment.toEpochMilli()) / 1000)
                    .as("%s at %s", zone, moment)
                    .isEqualTo(offset(zone, moment));
        }
    }

    static Stream<String> zonesWithSummersOfAnHour() {
        return zonesOfEveryShape().filter(zone -> !zone.equals("Australia/Lord_Howe"));
    }

    static Stream<String> zonesOfEveryShape() {
        return Stream.of(
                "Europe/Paris",
                "Europe/Amsterdam",
                "Europe/Dublin",
                "America/Montreal",
                "America/New_York",
                "America/Santiago",
                "America/Nuuk",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Asia/Jerusalem",
                "Asia/Tokyo",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "Pacific/Auckland",
                "Pacific/Chatham",
                "Pacific/Easter");
    }

    private static void assertSameOffsets(String zone, Interval span) {
        OffsetsRead read = OffsetsRead.of(text(zone, span));
        for (Instant moment : probes(ZoneId.of(zone), span)) {
            assertThat(read.offsetSeconds(moment)).as("%s at %s", zone, moment).isEqualTo(offset(zone, moment));
        }
    }

    private static int offset(String zone, Instant moment) {
        return ZoneId.of(zone).getRules().getOffset(moment).getTotalSeconds();
    }

    private static List<Instant> calmProbes(String zone) {
        return probes(ZoneId.of(zone), FIVE_YEARS).stream()
                .filter(at -> offset(zone, at.minus(Duration.ofDays(1))) == offset(zone, at.plus(Duration.ofDays(1))))
                .toList();
    }

    private static List<Instant> probes(ZoneId zone, Interval span) {
        List<Instant> probes = new ArrayList<>();
        for (Instant at = span.start(); at.isBefore(span.end()); at = at.plus(Duration.ofDays(7))) {
            probes.add(at);
        }
        ZoneOffsetTransition next = zone.getRules().nextTransition(span.start());
        while (next != null && next.getInstant().isBefore(span.end())) {
            probes.add(next.getInstant().minusSeconds(1));
            probes.add(next.getInstant());
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return probes;
    }

    private static String text(String zone, Interval span) {
        IcsWriter out = new IcsWriter();
        TimeZoneComponent.of(ZoneId.of(zone), span).writeTo(out);
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }
}
