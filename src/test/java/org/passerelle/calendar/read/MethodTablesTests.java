package org.passerelle.calendar.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;

/** What a message of each method must have (RFC 5546 sections 3.2.1 to 3.2.8), and what is known of one that has it not. */
class MethodTablesTests {

    private static final String PEOPLE =
            "ORGANIZER:mailto:chair@example.org\nATTENDEE:mailto:melun-seine@rooms.it77.example\nSEQUENCE:3\n";

    private static SchedulingMessage message(String method, String lines) {
        return SchedulingMessages.read(
                "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:" + method + "\nBEGIN:VEVENT\nUID:u-1\nDTSTAMP:20260325T090000Z\n"
                        + PEOPLE + lines + "\nEND:VEVENT\nEND:VCALENDAR\n",
                Shapes.PARIS);
    }

    @ParameterizedTest
    @EnumSource(
            value = ItipMethod.class,
            names = {"CANCEL", "REPLY", "REFRESH", "DECLINECOUNTER"})
    void needsNoStartToCancelOrToAnswer(ItipMethod method) {
        CalendarEvent event =
                message(method.name(), "STATUS:CANCELLED").events().get(0);

        assertThat(event.time().isTold()).isFalse();
        assertThat(event.recurrenceId()).isEmpty();
        assertThat(event.identity().sequence()).isEqualTo(3);
        assertThat(event.people().attendees()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;TZID=Mars/Olympus:20260401T100000",
                "DTSTART:20260401T100000Z\nDTEND:20260401T090000Z",
                "DTSTART:20260401T100000Z\nRRULE:FREQ=SECONDLY",
                "DTSTART:nonsense",
            })
    void cancelsWhateverIsWrongWithTheTimes(String lines) {
        SchedulingMessage message = message("CANCEL", lines + "\nRECURRENCE-ID:20260408T080000Z");

        assertThat(message.broken()).isEmpty();
        assertThat(message.events().get(0).recurrenceId().map(EventMoment::instant))
                .contains(Instant.parse("2026-04-08T08:00:00Z"));
    }

    @Test
    void cancelsNothingOfWhichItCannotBeToldWhichDateIsMeant() {
        SchedulingMessage message = message("CANCEL", "RECURRENCE-ID;TZID=Mars/Olympus:20260408T100000");

        assertThat(message.events()).isEmpty();
        assertThat(message.broken()).extracting(BrokenEvent::answerable).allMatch(Optional::isEmpty);
    }

    @ParameterizedTest
    @EnumSource(
            value = ItipMethod.class,
            names = {"PUBLISH", "REQUEST", "ADD", "COUNTER"})
    void needsAStartForWhateverTakesPlace(ItipMethod method) {
        SchedulingMessage message = message(method.name(), "SUMMARY:Point");

        assertThat(message.events()).isEmpty();
        BrokenEvent broken = message.broken().get(0);
        assertThat(broken.reason()).contains("DTSTART");
        CalendarEvent known = broken.answerable().orElseThrow();
        assertThat(known.uid()).isEqualTo("u-1");
        assertThat(known.words().summary()).isEqualTo("Point");
        assertThat(known.people().organiser().map(EventParticipant::email)).contains("chair@example.org");
    }

    @Test
    void keepsTheIdOfADateAsItIsWritten() {
        CalendarEvent event = message(
                        "REQUEST", "DTSTART:20260408T150000Z\nRECURRENCE-ID;RANGE=thisandfuture;VALUE=DATE:20260408")
                .events()
                .get(0);

        assertThat(event.recurrenceId().map(EventMoment::wholeDay)).contains(true);
        assertThat(event.identity().thisAndFuture()).isTrue();
    }

    @Test
    void readsEachCalendarOfAMailByItsOwnMethod() {
        String event = "BEGIN:VEVENT\nUID:%s\nDTSTART:20260401T100000Z\nEND:VEVENT\n";
        String text = "BEGIN:VCALENDAR\nMETHOD:REQUEST\n" + event.formatted("u-1") + "END:VCALENDAR\n"
                + "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:u-2\nEND:VEVENT\nEND:VCALENDAR\n"
                + "BEGIN:VCALENDAR\n" + event.formatted("u-3") + "END:VCALENDAR\n";

        List<SchedulingMessage> each =
                SchedulingMessages.readEach(text.getBytes(StandardCharsets.UTF_8), "", Shapes.PARIS);

        assertThat(each)
                .extracting(message -> message.method().map(Enum::name).orElse("none"))
                .containsExactly("REQUEST", "CANCEL", "none");
        assertThat(each).allMatch(message -> message.events().size() == 1);
    }
}
