package org.passerelle.web.book;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.booking.SeenState;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteClock;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.springframework.util.LinkedMultiValueMap;

/**
 * What of a booking a form changes.
 *
 * @param date the one date, or the first of those that change
 * @param isText whether the form is about title, people, notes and who is invited too
 * @param seen the state of the booking as its editor sees it
 */
record ChangedPart(Booking booking, Extent extent, Occurrence date, boolean isText, String seen) {

    /** How much of a booking changes. */
    enum Extent {
        /** All of a booking that does not repeat. */
        WHOLE,
        /** One date of a series, in time and rooms. */
        ONE,
        /** A date of a series and all later ones; they stay on their days. */
        FOLLOWING
    }

    /**
     * Empty if the booking has no such date.
     *
     * @param extent {@code FOLLOWING}, or anything else for one date
     * @param occurrence the start that the rule gave the date; empty for all dates of a series that are ahead
     */
    static Optional<ChangedPart> of(BookingAccess access, String extent, String occurrence, Instant now) {
        Booking booking = access.booking();
        boolean mayEdit = access.mayWrite(BookingPart.CONTENT);
        String seen = SeenState.of(access).orElse("");
        if (!booking.schedule().recurs()) {
            return booking.occurrences().stream()
                    .findFirst()
                    .map(date -> new ChangedPart(booking, Extent.WHOLE, date, mayEdit, seen));
        }
        if (occurrence.isEmpty()) {
            return firstAhead(booking, now)
                    .map(date -> new ChangedPart(booking, Extent.FOLLOWING, date, mayEdit, seen));
        }
        Extent chosen = extent.equals(Extent.FOLLOWING.name()) ? Extent.FOLLOWING : Extent.ONE;
        return instant(occurrence)
                .flatMap(booking::occurrenceOrLeftOut)
                .map(date -> new ChangedPart(booking, chosen, date, mayEdit && chosen == Extent.FOLLOWING, seen));
    }

    private static Optional<Occurrence> firstAhead(Booking booking, Instant now) {
        return booking.occurrences().stream()
                .filter(date -> date.state() == OccurrenceState.PLANNED)
                .filter(date -> date.time().start().isAfter(now))
                .min(Occurrence.BY_START);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(WrittenTimes.instant(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether no date that is ahead comes before those that change. */
    boolean isAllAhead(Instant now) {
        return firstAhead(booking, now).filter(date::equals).isPresent();
    }

    /** The rooms that are asked for as it stands. */
    List<RoomId> rooms() {
        return extent == Extent.ONE ? date.roomsOr(booking.rooms()) : booking.rooms();
    }

    ZoneId zone() {
        return booking.schedule().zone();
    }

    /** The form as somebody finds it. */
    BookingForm asItStands(Site site) {
        return new BookingForm(
                text(),
                when(new SiteClock(zone(), site.halfDays())),
                BookingForm.Series.of(new LinkedMultiValueMap<>())
                        .givingUp(!booking.dates().reacquire()),
                rooms().stream().map(RoomId::value).toList(),
                site.id().value(),
                "");
    }

    /** What is exactly a morning, an afternoon or a day of the site, is one. */
    private BookingForm.When when(SiteClock clock) {
        BookingForm.When hours = BookingForm.When.lasting(time(), length(), zone());
        return clock.partAt(time())
                .map(of -> new BookingForm.When(
                        hours.date(), hours.start(), of.part().name(), hours.until()))
                .orElse(hours);
    }

    /**
     * The form with what it does not ask for as that stands.
     *
     * @param isOfPeople whether it says who is invited
     */
    BookingForm complete(BookingForm sent, boolean isOfPeople) {
        BookingForm told = isOfPeople ? sent : sent.with(sent.subject().with(people()));
        BookingForm form = isText ? told : sent.with(text());
        return extent == Extent.FOLLOWING ? form.with(form.when().on(day().toLocalDate())) : form;
    }

    private BookingForm.FormSubject text() {
        Content content = booking.content();
        return new BookingForm.FormSubject(
                content.title(),
                content.headcount() == 0 ? "" : Integer.toString(content.headcount()),
                content.notes(),
                false,
                Linking.USUAL_QUALITY,
                content.arrangements().layout().orElse(""),
                content.arrangements().services().stream().map(TypedService::of).toList(),
                people());
    }

    /** By their addresses: names that are known stay. */
    private BookingForm.FormPeople people() {
        return new BookingForm.FormPeople(
                booking.content().attendees().stream()
                        .map(attendee -> attendee.email().value())
                        .collect(Collectors.joining(", ")),
                "");
    }

    private Interval time() {
        return extent == Extent.FOLLOWING ? booking.schedule().dateAt(day()) : date.time();
    }

    private EventDuration length() {
        return extent == Extent.FOLLOWING
                ? booking.schedule().length()
                : booking.schedule().lengthOf(date.time());
    }

    /** When the series has its first date of those that change, wherever that has been moved. */
    private LocalDateTime day() {
        return date.recurrenceId()
                .atZone(zone())
                .toLocalDate()
                .atTime(booking.schedule().start().toLocalTime());
    }
}
