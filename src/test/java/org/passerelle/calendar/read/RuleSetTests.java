package org.passerelle.calendar.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;

/** Several rules of one event; 2026-04-01 is a Wednesday, on which 10:00 in Paris is 08:00 in UTC. */
class RuleSetTests {

    private static CalendarEvent event(String lines) {
        SchedulingMessage message = Shapes.event("", "DTSTART;TZID=Europe/Paris:20260401T100000\n" + lines);
        assertThat(message.broken()).isEmpty();
        return message.events().get(0);
    }

    private static List<String> days(List<EventMoment> moments) {
        return moments.stream()
                .map(moment -> moment.local().toLocalDate().toString())
                .toList();
    }

    @Test
    void addsTheDatesOfAFurtherRule() {
        CalendarEvent event = event("RRULE:FREQ=WEEKLY;COUNT=3\nRRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=2");

        assertThat(event.repetition().rule().map(Object::toString)).contains("FREQ=WEEKLY;COUNT=3");
        assertThat(days(event.repetition().added().stream()
                        .map(EventTime::start)
                        .toList()))
                .containsExactly("2026-04-03", "2026-04-10");
    }

    @Test
    void addsNoDateTwiceThatTwoRulesGive() {
        CalendarEvent event = event("RRULE:FREQ=WEEKLY;COUNT=3\nRRULE:FREQ=DAILY;INTERVAL=7;COUNT=5");

        assertThat(days(event.repetition().added().stream()
                        .map(EventTime::start)
                        .toList()))
                .containsExactly("2026-04-22", "2026-04-29");
    }

    @Test
    void takesTheOneWithoutEndForTheRule() {
        CalendarEvent event = event("RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=2\nRRULE:FREQ=WEEKLY");

        assertThat(event.repetition().rule().map(Object::toString)).contains("FREQ=WEEKLY");
        assertThat(days(event.repetition().added().stream()
                        .map(EventTime::start)
                        .toList()))
                .containsExactly("2026-04-03", "2026-04-10");
    }

    @Test
    void leavesOutWhatExruleGives() {
        CalendarEvent event = event("RRULE:FREQ=WEEKLY;COUNT=6\nEXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3");

        assertThat(days(event.repetition().excluded())).containsExactly("2026-04-01", "2026-04-15", "2026-04-29");
    }

    @Test
    void leavesOutOfASeriesWithAnEndWhatAnExruleWithoutEndGives() {
        CalendarEvent event = event("RRULE:FREQ=WEEKLY;COUNT=4\nEXRULE:FREQ=MONTHLY");

        assertThat(days(event.repetition().excluded())).containsExactly("2026-04-01");
    }

    @Test
    void leavesOutWhatWasAddedToo() {
        CalendarEvent event = event(
                "RRULE:FREQ=WEEKLY;COUNT=2\nRDATE;TZID=Europe/Paris:20260410T100000\nEXRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=2");

        assertThat(event.repetition().added()).isEmpty();
        assertThat(event.repetition().excluded())
                .extracting(EventMoment::instant)
                .contains(Instant.parse("2026-04-10T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=WEEKLY\nRRULE:FREQ=MONTHLY",
                "RRULE:FREQ=WEEKLY\nEXRULE:FREQ=MONTHLY",
                "RRULE:FREQ=WEEKLY\nRRULE:FREQ=DAILY;COUNT=751",
                "RRULE:FREQ=WEEKLY\nEXRULE:FREQ=DAILY;COUNT=900",
                "RRULE:FREQ=WEEKLY;COUNT=2\nEXRULE:FREQ=HOURLY",
            })
    void understandsNothingOfWhatHasNoEndOrTooManyDates(String lines) {
        SchedulingMessage message = Shapes.event("", "DTSTART;TZID=Europe/Paris:20260401T100000\n" + lines);

        assertThat(message.events()).isEmpty();
        assertThat(message.broken()).extracting(BrokenEvent::answerable).allMatch(Optional::isPresent);
    }
}
