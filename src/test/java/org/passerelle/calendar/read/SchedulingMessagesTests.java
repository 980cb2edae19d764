package org.passerelle.calendar.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;

class SchedulingMessagesTests {

    @Test
    void readsASeriesOfOutlookWithItsWindowsZone() {
        SchedulingMessage message = Shapes.read("outlook-series");

        CalendarEvent event = message.events().get(0);
        assertThat(message.method()).contains(ItipMethod.REQUEST);
        assertThat(message.broken()).isEmpty();
        assertThat(event.time().start().local()).isEqualTo(LocalDateTime.parse("2026-03-31T10:00"));
        assertThat(event.time().zone()).isEqualTo(Shapes.PARIS);
        assertThat(event.time().start().instant()).isEqualTo(Instant.parse("2026-03-31T08:00:00Z"));
        assertThat(event.time().length()).isEqualTo(Duration.ofMinutes(90));
        assertThat(event.repetition().rule().map(String::valueOf))
                .contains("FREQ=WEEKLY;UNTIL=20260512T080000Z;BYDAY=TU");
        assertThat(event.repetition().excluded())
                .extracting(each -> each.instant().toString())
                .containsExactly("2026-04-14T08:00:00Z", "2026-04-21T08:00:00Z");
    }

    @Test
    void readsThePeopleAndWordsOfOutlook() {
        CalendarEvent event = Shapes.read("outlook-series").events().get(0);

        EventParticipant organiser = event.people().organiser().orElseThrow();
        assertThat(organiser.email()).isEqualTo("camille@atelier-brie.example");
        assertThat(organiser.name()).isEqualTo("Moreau, Camille");
        assertThat(event.people().organiserLine())
                .isEqualTo("ORGANIZER;CN=\"Moreau, Camille\":MAILTO:Camille@Atelier-Brie.example");
        assertThat(event.people().attendees())
                .extracting(EventParticipant::email)
                .containsExactly("louis@atelier-brie.example", "melun-seine@rooms.it77.example");
        assertThat(event.people().attendee("Melun-Seine@rooms.it77.example").map(EventParticipant::kind))
                .contains("RESOURCE");
        assertThat(event.words().summary()).isEqualTo("Comité de pilotage");
        assertThat(event.words().description()).isEqualTo("Bonjour, voici l'ordre du jour;\n1. Budget");
        assertThat(event.identity().sequence()).isEqualTo(2);
        assertThat(event.identity().stamp()).isEqualTo(Instant.parse("2026-03-25T08:15:00Z"));
    }

    @Test
    void readsAnEventOfGoogleInUtc() {
        CalendarEvent event = Shapes.read("google").events().get(0);

        assertThat(event.time().start().instant()).isEqualTo(Instant.parse("2026-04-01T07:00:00Z"));
        assertThat(event.words().summary()).isEqualTo("Point projet 🚀");
        assertThat(event.recurs()).isFalse();
        assertThat(event.people().attendees()).hasSize(2);
    }

    @Test
    void readsASeriesOfAppleWithADateThatDiffers() {
        List<CalendarEvent> events = Shapes.read("apple-override").events();

        assertThat(events).hasSize(2);
        assertThat(events.get(0).recurrenceId()).isEmpty();
        assertThat(events.get(1).recurrenceId().map(EventMoment::instant))
                .contains(Instant.parse("2026-04-09T12:00:00Z"));
        assertThat(events.get(1).time().start().local()).isEqualTo(LocalDateTime.parse("2026-04-09T16:00"));
    }

    @Test
    void readsACancellationOfThunderbirdWithAPrefixedZone() {
        SchedulingMessage message = Shapes.read("thunderbird-cancel");

        assertThat(message.method()).contains(ItipMethod.CANCEL);
        assertThat(message.events().get(0).standing().isCancelled()).isTrue();
        assertThat(message.events().get(0).time().zone()).isEqualTo(Shapes.PARIS);
    }

    @Test
    void readsAReplyOfOutlookWithoutOrganiserAndWithAZoneKnownOnlyByItsClocks() {
        CalendarEvent event = Shapes.read("outlook-reply").events().get(0);

        assertThat(event.people().organiser()).isEmpty();
        assertThat(event.people().attendees())
                .extracting(EventParticipant::answer)
                .containsExactly("DECLINED");
        assertThat(event.words().comment()).isEqualTo("I am away");
        assertThat(event.time().zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W. Europe Standard Time | Europe/Berlin",
                "\"GMT Standard Time 1\" | Europe/London",
                "tzone://Microsoft/Utc | Etc/UTC",
                "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris | Europe/Brussels",
                "\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome\" | Europe/Amsterdam",
                "(GMT-05.00) Eastern, Toronto | America/Toronto",
                "/freeassociation.sourceforge.net/Europe/Paris | Europe/Paris",
                "europe/paris | Europe/Paris",
                "GMT+0200 | Etc/GMT-2",
                "UTC | Etc/UTC",
                "Qyzylorda Standard Time | Asia/Qyzylorda",
            })
    void knowsZonesByManyNames(String name, String zone) {
        SchedulingMessage message = Shapes.event("", "DTSTART;TZID=" + name + ":20260401T100000");

        assertThat(message.events()).extracting(event -> event.time().zone()).containsExactly(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Customized Time Zone", "", "Mars/Olympus", "(UTC+01:00) Nowhere"})
    void setsAsideAnEventOfAnUnknownZoneAndNeverTakesItForLocal(String name) {
        SchedulingMessage message = Shapes.event("", "DTSTART;TZID=" + name + ":20260401T100000");

        assertThat(message.events()).isEmpty();
        assertThat(message.broken()).extracting(BrokenEvent::reason).allMatch(reason -> reason.contains("time zone"));
    }

    @Test
    void findsAnUnknownZoneByItsWrittenClocks() {
        String india = "BEGIN:VTIMEZONE\nTZID:\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0530\n"
                + "TZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE\n";

        SchedulingMessage message = Shapes.event(india, "DTSTART;TZID=:20260401T100000");

        assertThat(message.events().get(0).time().start().instant()).isEqualTo(Instant.parse("2026-04-01T04:30:00Z"));
    }

    @Test
    void readsWholeDaysInTheZoneOfTheReader() {
        EventTime time = Shapes.event("", "DTSTART;VALUE=DATE:20260328\nDTEND;VALUE=DATE:20260330")
                .events()
                .get(0)
                .time();

        assertThat(time.wholeDays()).isTrue();
        assertThat(time.start().instant()).isEqualTo(Instant.parse("2026-03-27T23:00:00Z"));
        assertThat(time.end()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(time.endOf(LocalDateTime.parse("2026-04-04T00:00")))
                .isEqualTo(Instant.parse("2026-04-05T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20260230T100000Z | does not exist",
                "DTSTART:2026 | is not one",
                "SUMMARY:nothing | no DTSTART",
                "DTSTART:20260401T100000Z;DTEND:20260401T090000Z | before it starts",
                "DTSTART:20260401T100000Z;RRULE:FREQ=SECONDLY | DAILY is the finest",
                "DTSTART:20260401T100000Z;RRULE:FREQ=HOURLY | DAILY is the finest",
                "DTSTART:20260401T100000Z;RRULE:FREQ=DAILY;BYMINUTE=1,2 | DAILY is the finest",
                "DTSTART:20260401T100000Z;RECURRENCE-ID;RANGE=THISANDPRIOR:20260401T100000Z | RANGE",
                "DTSTART:00010401T100000Z | in the year 1",
                "DTSTART:20260401T100000Z;DURATION:-PT1H | DURATION",
            })
    void setsAsideWhatCannotBeUnderstood(String lines, String reason) {
        SchedulingMessage message = Shapes.event("", lines.replaceAll(";(?=[A-Z-]+[:;](?!BY))(?!BY)", "\n"));

        assertThat(message.events()).isEmpty();
        assertThat(message.broken()).extracting(BrokenEvent::reason).allMatch(text -> text.contains(reason));
    }

    @Test
    void readsTheOthersBesideABrokenEvent() {
        String broken = Shapes.text("google").replace("DTSTART:20260401T070000Z", "DTSTART:nonsense");
        String events = broken.replace("END:VCALENDAR\r\n", "")
                + Shapes.text("google").replaceAll("(?s)^.*?BEGIN:VEVENT", "BEGIN:VEVENT");

        SchedulingMessage message = SchedulingMessages.read(events, Shapes.PARIS);

        assertThat(message.events()).hasSize(1);
        assertThat(message.broken()).extracting(BrokenEvent::uid).containsExactly("4k2l8m0n6p1q3r5s7t9u@google.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n\r\n", "\n\n"})
    void doesNotMindTheEndsOfLines(String lineEnd) {
        String text = Shapes.text("outlook-series").replace("\r\n", lineEnd);

        assertThat(SchedulingMessages.read(text, Shapes.PARIS))
                .usingRecursiveComparison()
                .isEqualTo(Shapes.read("outlook-series"));
    }

    @ParameterizedTest
    @CsvSource({
        "MAILTO:Kim@Example.ORG, kim@example.org",
        "mailto:<kim@example.org>, kim@example.org",
        "kim@example.org, kim@example.org",
        "mailto:'kim@example.org', kim@example.org",
        "mailto:o'brien@example.org, o'brien@example.org",
        "mailto:mailto:kim@example.org, kim@example.org",
        "mailto: kim@example.org?subject=x, kim@example.org",
    })
    void understandsAddressesAsTheyAreWritten(String written, String address) {
        SchedulingMessage message = Shapes.event("", "DTSTART:20260401T100000Z\nATTENDEE;RSVP=TRUE:" + written);

        assertThat(message.events().get(0).people().attendees())
                .extracting(EventParticipant::email)
                .containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"invalid:nomail", "mailto:", "", "mailto:a@b@c", "urn:uuid:1", "mailto:two words@x.example,y"})
    void leavesOutWhoHasNoAddress(String written) {
        SchedulingMessage message = Shapes.event("", "DTSTART:20260401T100000Z\nATTENDEE:" + written);

        assertThat(message.events().get(0).people().attendees()).isEmpty();
    }

    @Test
    void readsOtherCharsets() {
        byte[] latin = Shapes.text("outlook-series").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = Shapes.text("outlook-series").getBytes(StandardCharsets.UTF_16);
        byte[] japanese =
                Shapes.text("google").replace("Point projet 🚀", "会議").getBytes(Charset.forName("ISO-2022-JP"));

        assertThat(summary(latin, "utf-8")).contains("Comité de pilotage");
        assertThat(summary(utf16, "no-such-charset")).contains("Comité de pilotage");
        assertThat(summary(japanese, "iso-2022-jp")).contains("会議");
    }

    private static Optional<String> summary(byte[] bytes, String charset) {
        return SchedulingMessages.read(bytes, charset, Shapes.PARIS).events().stream()
                .findFirst()
                .map(event -> event.words().summary());
    }
}
