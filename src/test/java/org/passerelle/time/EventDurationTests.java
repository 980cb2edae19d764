package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days are days on the wall, hours are hours (RFC 5545 section 3.3.6). */
class EventDurationTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static String wall(Interval time) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("MM-dd HH:mm");
        return form.format(time.start().atZone(PARIS)) + "/"
                + form.format(time.end().atZone(PARIS));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T00:00, P1D,       03-28 00:00/03-29 00:00, PT23H",
        "2027-03-28T00:00, PT24H,     03-28 00:00/03-29 01:00, PT24H",
        "2027-10-31T00:00, P1D,       10-31 00:00/11-01 00:00, PT25H",
        "2027-10-31T00:00, PT24H,     10-31 00:00/10-31 23:00, PT24H",
        "2027-10-30T22:00, P1DT2H,    10-30 22:00/11-01 00:00, PT27H",
        "2027-10-24T00:00, P1W,       10-24 00:00/10-31 00:00, PT168H",
        "2027-10-25T00:00, P1W,       10-25 00:00/11-01 00:00, PT169H",
        "2027-03-27T12:00, P1D,       03-27 12:00/03-28 12:00, PT23H",
        "2027-05-05T09:00, PT1H,      05-05 09:00/05-05 10:00, PT1H",
        "2027-10-31T02:30, PT1H,      10-31 02:30/10-31 02:30, PT1H",
    })
    void lastsOnTheWallAsItWasSaid(String start, String said, String expected, String elapsed) {
        Interval time = EventDuration.parse(said).startingAt(LocalDateTime.parse(start), PARIS);

        assertThat(wall(time)).isEqualTo(expected);
        assertThat(time.length()).isEqualTo(Duration.parse(elapsed));
        assertThat(EventDuration.parse(said).startingAt(time.start(), PARIS)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-30T22:00, 2027-10-31T06:00, PT9H",
        "2027-03-27T22:00, 2027-03-28T06:00, PT7H",
        "2027-03-28T01:30, 2027-03-28T02:30, PT30M",
        "2027-03-28T02:00, 2027-03-28T02:30, PT30M",
        "2027-03-28T02:00, 2027-03-28T03:00, PT1H",
        "2027-03-28T02:15, 2027-03-28T03:30, PT30M",
        "2027-10-31T02:30, 2027-10-31T03:00, PT1H30M",
        "2027-10-31T02:15, 2027-10-31T02:45, PT30M",
    })
    void lastsUntilTheClockShowsTheEndThatWasSaid(String start, String end, String elapsed) {
        LocalDateTime from = LocalDateTime.parse(start);

        Interval time = EventDuration.between(from, LocalDateTime.parse(end)).startingAt(from, PARIS);

        assertThat(time.length()).isEqualTo(Duration.parse(elapsed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P7D", "P1DT2H", "PT24H", "PT1H30M", "PT0.5S", "PT8H+PT0S", "PT32H+PT1H"})
    void readsBackWhatItWrites(String text) {
        assertThat(EventDuration.parse(text)).hasToString(text);
    }

    @Test
    void tellsADayFromTwentyFourHours() {
        assertThat(EventDuration.parse("P1D")).isNotEqualTo(EventDuration.parse("PT24H"));
        assertThat(EventDuration.parse("p1w")).hasToString("P7D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "1D", "P1M", "P1Y", "PT", "P1DT", "P1.5D", "PT1H+", "one hour", ""})
    void readsNothingThatIsNoDuration(String text) {
        assertThatThrownBy(() -> EventDuration.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P0D", "P1DT-2H", "PT-1H", "-P1D"})
    void lastsAtLeastAMoment(String text) {
        assertThatThrownBy(() -> EventDuration.parse(text))
                .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
    }
}
