package org.passerelle.calendar.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
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
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.calendar.Golden;
import org.passerelle.calendar.StrictReading;
import org.passerelle.calendar.write.Invitation.AttendeeStatus;

/** The calendar part of invitations. */
class InvitationCalendarsTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Attendee KIM = new Attendee(new EmailAddress("kim@example.org"), "Kim, \"K\" Lee");

    private final InvitationCalendars calendars = CalendarWiring.invitations(CalendarBookings::directory);

    private static Invitation about(Booking booking, Optional<Occurrence> only, Attendee invited) {
        return about(booking, only, invited, AttendeeStatus.of("NEEDS-ACTION"));
    }

    private static Invitation about(
            Booking booking, Optional<Occurrence> only, Attendee invited, AttendeeStatus standing) {
        return new Invitation(
                booking,
                only,
                new Invitation.Parties(
                        "rsvp+secret@rooms.it77.example",
                        CAMILLE.name(),
                        CAMILLE.email(),
                        invited,
                        standing,
                        List.of(new Attendee(new EmailAddress("sam@example.org"), ""))),
                "https://meet.example/x\n\nOrdre du jour",
                new Invitation.Revision(booking.status().sequence(), TODAY.plusSeconds(5)));
    }

    private static Booking aSeriesWithChanges() {
        Booking booking = series("Europe/Paris", "2026-03-31T09:00", HOUR, "FREQ=WEEKLY;COUNT=6", "2026-04-07");
        Booking moved = changed(
                booking,
                "2026-04-14T07:00:00Z",
                date -> occurrence(
                        date.recurrenceId(), Instant.parse("2026-04-14T12:00:00Z"), HOUR, CalendarBookings.ALMONT));
        return changed(moved, "2026-04-21T07:00:00Z", date -> date.in(OccurrenceState.CANCELLED));
    }

    private static Occurrence date(Booking booking, String recurrenceId) {
        return booking.occurrence(Instant.parse(recurrenceId)).orElseThrow();
    }

    @Test
    void invitesToASeriesWithItsExceptions() throws IOException {
        Golden.assertMatches(
                "invitation-series.ics", calendars.request(about(aSeriesWithChanges(), Optional.empty(), KIM)));
    }

    @Test
    void speaksOfOneDateByItsRecurrenceId() throws IOException {
        Booking booking = aSeriesWithChanges();

        Golden.assertMatches(
                "invitation-date.ics",
                calendars.request(about(booking, Optional.of(date(booking, "2026-04-14T07:00:00Z")), KIM)));
    }

    @Test
    void addsADateThatTheRuleHasNoMoreUnderTheOneUid() {
        Booking booking = CalendarBookings.aSeriesThatMovedOn();

        byte[] request = calendars.request(about(booking, Optional.empty(), KIM));

        assertThat(StrictReading.dates(request))
                .extracting(StrictReading.Date::time)
                .containsExactlyElementsOf(
                        booking.occupying().map(Occurrence::time).toList());
        assertThat(unfolded(request))
                .contains("RDATE;TZID=Europe/Paris:20260327T143000", "RECURRENCE-ID;TZID=Europe/Paris:20260327T143000")
                .doesNotContain("UID:20260327");
    }

    @Test
    void callsOffADateThatTheRuleHasNoMoreByTheNameThatItWasAddedUnder() {
        Booking booking = CalendarBookings.aSeriesThatMovedOn();

        String cancel =
                unfolded(calendars.cancel(about(booking, Optional.of(date(booking, "2026-03-27T13:00:00Z")), KIM)));

        assertThat(cancel)
                .contains("RECURRENCE-ID;TZID=Europe/Paris:20260327T143000")
                .doesNotContain("FREQ=WEEKLY");
    }

    @Test
    void callsOffOneDate() throws IOException {
        Booking booking = aSeriesWithChanges();

        Golden.assertMatches(
                "cancel-date.ics",
                calendars.cancel(about(booking, Optional.of(date(booking, "2026-04-21T07:00:00Z")), KIM)));
    }

    @Test
    void callsOffTheWhole() throws IOException {
        Booking booking = aSeriesWithChanges().cancelled(TODAY.plusSeconds(60));

        Golden.assertMatches("cancel-series.ics", calendars.cancel(about(booking, Optional.empty(), KIM)));
    }

    /** RFC 5546 section 3.2.5: STATUS must not be there when only some are uninvited. */
    @Test
    void doesNotSayCancelledToWhoIsTakenOffTheList() {
        Booking booking = single("Europe/Paris", "2026-04-01T09:00", HOUR);

        String text = unfolded(calendars.withdraw(about(booking, Optional.empty(), KIM)));

        assertThat(text).contains("METHOD:CANCEL").doesNotContain("\nSTATUS:");
        assertThat(unfolded(calendars.cancel(about(booking, Optional.empty(), KIM))))
                .contains("STATUS:CANCELLED");
    }

    @Test
    void tellsTheLinkOnce() {
        String text = unfolded(
                calendars.request(about(single("Europe/Paris", "2026-04-01T09:00", HOUR), Optional.empty(), KIM)));

        assertThat(text.split("https://meet.example/x", -1)).hasSize(2);
    }

    /** RFC 6638 section 3.2.8: an answer is to each date on its own. */
    @Test
    void asksForTheDatesThatWereMovedAndForNoOther() {
        Instant moved = Instant.parse("2026-04-14T07:00:00Z");
        Instant declined = Instant.parse("2026-05-05T07:00:00Z");
        AttendeeStatus standing = new AttendeeStatus("ACCEPTED", Map.of(moved, "NEEDS-ACTION", declined, "DECLINED"));

        String whole = unfolded(calendars.request(about(aSeriesWithChanges(), Optional.empty(), KIM, standing)));
        String one = unfolded(calendars.request(
                about(aSeriesWithChanges(), Optional.of(date(aSeriesWithChanges(), moved.toString())), KIM, standing)));

        assertThat(partStats(whole)).containsExactly("ACCEPTED", "NEEDS-ACTION", "DECLINED");
        assertThat(whole).contains("RECURRENCE-ID;TZID=Europe/Paris:20260505T090000");
        assertThat(partStats(one)).containsExactly("NEEDS-ACTION");
    }

    private static List<String> partStats(String text) {
        return text.lines()
                .filter(line ->
                        line.startsWith("ATTENDEE") && line.endsWith(KIM.email().value()))
                .map(line -> line.replaceAll(".*PARTSTAT=([A-Z-]+).*", "$1"))
                .toList();
    }

    @Test
    void namesTheInvitedOnceWhenTheyHaveBookedThemselves() {
        Attendee camille = new Attendee(CAMILLE.email(), CAMILLE.name());
        Booking booking = single("Europe/Paris", "2026-04-01T09:00", HOUR);

        String text = unfolded(calendars.request(about(booking, Optional.empty(), camille)));

        assertThat(text.lines().filter(line -> line.contains(CAMILLE.email().value())))
                .hasSize(1)
                .allMatch(line -> line.contains("ROLE=CHAIR") && line.contains("RSVP=TRUE"));
    }

    @Test
    void isParsedWithoutLeniency() throws Exception {
        for (Booking booking : List.of(single("Europe/Paris", "2026-04-01T09:00", HOUR), aSeriesWithChanges())) {
            for (byte[] bytes : List.of(
                    calendars.request(about(booking, Optional.empty(), KIM)),
                    calendars.cancel(about(booking, Optional.empty(), KIM)))) {
                var read = new CalendarBuilder().build(new StringReader(new String(bytes, StandardCharsets.UTF_8)));

                assertThat(read.validate().hasErrors()).isFalse();
            }
        }
    }

    private static String unfolded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n ", "");
    }
}
