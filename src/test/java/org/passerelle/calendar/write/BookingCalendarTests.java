package org.passerelle.calendar.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.ALMONT;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.LOUIS;
import static org.passerelle.calendar.CalendarBookings.NADIA;
import static org.passerelle.calendar.CalendarBookings.TODAY;
import static org.passerelle.calendar.CalendarBookings.changed;
import static org.passerelle.calendar.CalendarBookings.occurrence;
import static org.passerelle.calendar.CalendarBookings.series;
import static org.passerelle.calendar.CalendarBookings.single;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.model.Visibility;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.calendar.Golden;
import org.passerelle.calendar.IcsReading;
import org.passerelle.calendar.StrictReading;
import org.passerelle.time.Interval;

class BookingCalendarTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final BookingCalendar calendar = new BookingCalendar(
            CalendarBookings::directory,
            new EventRendering.Factory(CalendarBookings.accounts(), (booking, who) -> Optional.empty()));

    @Test
    void writesASingleBookingInFullForItsPeople() throws IOException {
        Booking booking = single("Europe/Paris", "2026-04-01T09:00", HOUR);

        Golden.assertMatches("single.ics", calendar.write(booking, LOUIS, Locale.FRENCH));
    }

    @Test
    void writesASeriesWithDatesLeftOutMovedAndInAnotherRoom() throws IOException {
        Booking booking = aSeriesWithChanges();

        Golden.assertMatches("series.ics", calendar.write(booking, CAMILLE, Locale.FRENCH));
    }

    @Test
    void writesADateThatTheRuleHasNoMoreAsAnEventOfItsOwn() {
        Booking booking = CalendarBookings.aSeriesThatMovedOn();

        byte[] file = calendar.write(booking, CAMILLE, Locale.FRENCH);

        assertThat(StrictReading.dates(file))
                .extracting(StrictReading.Date::time)
                .containsExactlyElementsOf(
                        booking.occupying().map(Occurrence::time).toList());
        assertThat(StrictReading.dates(file))
                .extracting(StrictReading.Date::uid)
                .first()
                .isEqualTo("20260327T130000Z-" + booking.uid().value());
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("RDATE", "RECURRENCE-ID");
    }

    @Test
    void writesEachOfSeveralDatesOfWhichNoRuleHasAny() {
        Booking booking = CalendarBookings.aSeriesThatMovedOn();
        Booking ruleless = booking.withSchedule(booking.schedule().withRecurrence(Optional.empty()));

        assertThat(StrictReading.dates(calendar.write(ruleless, CAMILLE, Locale.FRENCH)))
                .extracting(StrictReading.Date::time)
                .containsExactlyElementsOf(
                        booking.occupying().map(Occurrence::time).toList());
    }

    @Test
    void tellsStrangersWhenAndNothingElse() throws IOException {
        Booking booking = single("Europe/Paris", "2026-04-01T09:00", HOUR);

        Golden.assertMatches("masked.ics", calendar.write(booking, NADIA, Locale.FRENCH));
    }

    @Test
    void saysOfASeriesThatIsCalledOffAfterItsFirstDateThatItIs() {
        Booking booking = series("Europe/Paris", "2026-04-01T09:00", HOUR, "FREQ=WEEKLY;COUNT=4");
        Booking calledOff = changed(booking, "2026-04-08T07:00:00Z", date -> date.in(OccurrenceState.CHECKED_IN))
                .cancelled(Instant.parse("2026-04-08T07:30:00Z"));

        assertThat(text(calledOff, CAMILLE)).contains("\nSTATUS:CANCELLED").doesNotContain("STATUS:CONFIRMED");
    }

    @Test
    void hidesAPrivateBookingFromColleagues() {
        Booking booking = single("Europe/Paris", "2026-04-01T09:00", HOUR)
                .withContent(CalendarBookings.content("Entretien", "confidentiel", Visibility.PRIVATE));

        assertThat(text(booking, LOUIS))
                .contains("SUMMARY:Busy")
                .doesNotContain("Entretien", "confidentiel", "ATTENDEE", "ORGANIZER", "LOCATION", "melun", "camille");
    }

    static List<Booking> bookingsOfEveryKind() {
        return List.of(
                single("Europe/Paris", "2026-03-30T09:00", HOUR),
                single("UTC", "2026-04-01T09:00", HOUR),
                single("Europe/Paris", "2026-10-25T00:30", Duration.ofHours(3)),
                series("Europe/Paris", "2026-03-02T09:00", HOUR, "FREQ=WEEKLY;COUNT=45"),
                series("Europe/Paris", "2026-03-02T09:00", HOUR, "FREQ=WEEKLY;UNTIL=20261231"),
                series("America/Montreal", "2026-03-02T09:00", HOUR, "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261130T140000Z"),
                series("Europe/Paris", "2026-01-30T18:00", HOUR, "FREQ=MONTHLY;BYDAY=-1FR;COUNT=14"),
                series("Europe/Paris", "2026-01-31T10:00", HOUR, "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=9"),
                series("Europe/Paris", "2026-03-04T10:00", HOUR, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=20"),
                series("UTC", "2026-03-02T09:00", HOUR, "FREQ=DAILY;COUNT=20", "2026-03-05"),
                series("Europe/Paris", "2026-03-02T09:00", HOUR, "FREQ=WEEKLY;COUNT=20", "2026-03-02", "2026-04-06"),
                series("Africa/Casablanca", "2026-02-01T09:00", HOUR, "FREQ=WEEKLY;COUNT=30"),
                series("Asia/Tokyo", "2026-02-01T09:00", HOUR, "FREQ=DAILY;COUNT=300"),
                aSeriesWithChanges());
    }

    @ParameterizedTest
    @MethodSource("bookingsOfEveryKind")
    void isReadBackAsTheSameTimes(Booking booking) {
        List<Interval> read = IcsReading.intervals(calendar.write(booking, CAMILLE, Locale.ENGLISH));

        assertThat(read)
                .containsExactlyElementsOf(
                        booking.occupying().map(Occurrence::time).toList());
    }

    @ParameterizedTest
    @MethodSource("bookingsOfEveryKind")
    void isParsedByIcal4jWithoutLeniency(Booking booking) throws Exception {
        String text = text(booking, CAMILLE);

        var read = new CalendarBuilder().build(new StringReader(text));

        assertThat(read.validate().hasErrors()).isFalse();
        List<VEvent> events = read.getComponents("VEVENT");
        assertThat(events.get(0).getUid().orElseThrow().getValue())
                .isEqualTo(booking.uid().value());
        assertThat(events.get(0).getRequiredProperty("SUMMARY").getValue()).isEqualTo("Comité de pilotage");
        assertThat(events.get(0).getRequiredProperty("DESCRIPTION").getValue())
                .isEqualTo(booking.content().notes());
    }

    @ParameterizedTest
    @CsvSource({"HELD, TENTATIVE, TENTATIVE", "REQUESTED, TENTATIVE, TENTATIVE", "CONFIRMED, CONFIRMED, BUSY"})
    void saysHowFirmTheBookingIs(BookingState state, String status, String busy) {
        Booking booking = single("Europe/Paris", "2026-04-01T09:00", HOUR)
                .withStatus(Status.fresh(state, Optional.of(TODAY.plusSeconds(600)), TODAY));

        assertThat(text(booking, CAMILLE))
                .contains("STATUS:" + status + "\r\n", "X-MICROSOFT-CDO-BUSYSTATUS:" + busy + "\r\n");
    }

    @Test
    void writesWhatWasCalledOffAsCancelledWithItsTimes() {
        Booking booking = series("Europe/Paris", "2026-04-01T09:00", HOUR, "FREQ=DAILY;COUNT=3")
                .cancelled(TODAY.plusSeconds(60));

        assertThat(text(booking, CAMILLE))
                .contains("STATUS:CANCELLED", "SEQUENCE:1", "RRULE:FREQ=DAILY;COUNT=3", "DTSTAMP:20260325T090100Z")
                .doesNotContain("EXDATE");
    }

    @Test
    void doesNotChangeWhileTheBookingDoesNot() {
        Booking booking = aSeriesWithChanges();

        assertThat(calendar.write(booking, CAMILLE, Locale.FRENCH))
                .isEqualTo(calendar.write(booking, CAMILLE, Locale.FRENCH));
    }

    @Test
    void writesTheSecondOfTwoEqualLocalTimesInUtc() {
        Booking booking = single("Europe/Paris", "2026-10-25T02:30", HOUR);
        Booking later = changed(
                booking,
                "2026-10-25T00:30:00Z",
                date -> occurrence(
                        date.recurrenceId(), Instant.parse("2026-10-25T01:30:00Z"), HOUR, CalendarBookings.SEINE));

        assertThat(text(booking, CAMILLE))
                .contains("DTSTART;TZID=Europe/Paris:20261025T023000", "DTEND:20261025T013000Z");
        assertThat(text(later, CAMILLE))
                .contains("DTSTART:20261025T013000Z", "DTEND;TZID=Europe/Paris:20261025T033000");
    }

    @Test
    void writesOnItsOwnADateThatTheClockChangeMoves() {
        Booking booking = series("Europe/Paris", "2026-03-28T02:30", HOUR, "FREQ=DAILY;COUNT=3");

        assertThat(text(booking, CAMILLE))
                .contains(
                        "RECURRENCE-ID;TZID=Europe/Paris:20260329T023000", "DTSTART;TZID=Europe/Paris:20260329T030000");
    }

    private static Booking aSeriesWithChanges() {
        Booking booking = series("Europe/Paris", "2026-03-17T09:00", HOUR, "FREQ=WEEKLY;UNTIL=20260512", "2026-04-07");
        Booking moved = changed(
                booking,
                "2026-03-31T07:00:00Z",
                date -> occurrence(
                        date.recurrenceId(), Instant.parse("2026-03-31T12:00:00Z"), HOUR, CalendarBookings.SEINE));
        Booking elsewhere = changed(
                moved,
                "2026-04-14T07:00:00Z",
                date -> occurrence(date.recurrenceId(), date.time().start(), HOUR, ALMONT));
        return changed(elsewhere, "2026-04-21T07:00:00Z", date -> date.in(OccurrenceState.CANCELLED));
    }

    private String text(Booking booking, Person reader) {
        return new String(calendar.write(booking, reader, Locale.ENGLISH), StandardCharsets.UTF_8);
    }
}
