package org.passerelle.api.booking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Contact;
import org.passerelle.account.OrganisationId;
import org.passerelle.api.TimeFields;
import org.passerelle.api.booking.arrangement.ServiceView;
import org.passerelle.api.booking.content.ConferenceView;
import org.passerelle.api.booking.date.OccurrenceView;
import org.passerelle.api.request.RequestView;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.DateOutcome;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteClock;
import org.passerelle.directory.SiteClock.LocalPart;
import org.passerelle.time.DayPart;

/**
 * A booking as told to clients. Whoever may not read it gets times and rooms; {@code masked} is true and the rest null, but
 * whoever runs it is told what became of its dates.
 */
@Schema(name = "Booking")
public record BookingView(
        String id,
        @Nullable String uid,
        boolean masked,
        @JsonUnwrapped SubjectView subject,
        @JsonUnwrapped ScheduleView schedule,
        List<String> rooms,
        @Schema(implementation = BookingState.class) String state,
        @JsonUnwrapped RequestView request,
        @JsonUnwrapped RevisionView revision,
        List<OccurrenceView> occurrences,
        @Nullable List<SkippedView> skipped,
        @Nullable Boolean reacquire) {

    /** What it is about; all null to whom that is not readable. */
    record SubjectView(
            @Nullable String title,
            @Nullable String notes,

            @Schema(implementation = Visibility.class) @Nullable
            String visibility,

            @Nullable Integer headcount,
            @Nullable Organiser organiser,

            @Schema(format = "email", description = "The organiser, if somebody else booked in their name") @Nullable
            String onBehalfOf,

            @Schema(format = "email", description = "Who booked in the organiser's name, if somebody did") @Nullable
            String bookedBy,

            @Nullable List<InvitedView> attendees,
            @Nullable ConferenceView conference,

            @Schema(description = "How the rooms are furnished; null for as they are") @Nullable
            String layout,

            @Schema(description = "What is brought or done on every date") @Nullable
            List<ServiceView> services) {

        private static final SubjectView MASKED = title(null);

        private static SubjectView title(@Nullable String title) {
            return new SubjectView(title, null, null, null, null, null, null, null, null, null, null);
        }
    }

    /** When it is, as people agreed it. */
    record ScheduleView(
            String start,
            String end,
            String timeZone,
            String duration,
            @Nullable String recurrence,
            @ArraySchema(schema = @Schema(format = "date")) List<String> exclude,

            @Schema(format = "date", description = "Of a part of a day") @Nullable
            String date,

            @Schema(
                    implementation = DayPart.class,
                    description = "Of what lasts exactly so long at the first room's site, however it was asked for")
            @Nullable
            String part) {

        /** @param clock of the site of the first room; empty if there is no such room any more */
        static ScheduleView of(Schedule schedule, Optional<SiteClock> clock) {
            Optional<LocalPart> part = clock.filter(
                            site -> !schedule.recurs() || schedule.zone().equals(site.zone()))
                    .flatMap(site -> site.partAt(schedule.first()));
            return new ScheduleView(
                    schedule.start().toString(),
                    schedule.end().toString(),
                    schedule.zone().getId(),
                    TimeFields.text(schedule),
                    schedule.recurrence().map(Object::toString).orElse(null),
                    schedule.exclude().stream()
                            .sorted()
                            .map(LocalDate::toString)
                            .toList(),
                    part.map(each -> each.date().toString()).orElse(null),
                    part.map(each -> each.part().name()).orElse(null));
        }
    }

    /** How often and when it was changed, and until when it waits to be confirmed. */
    record RevisionView(
            @Nullable Long version,
            @Nullable Integer sequence,
            @Nullable Instant heldUntil,
            @Nullable Instant created,
            @Nullable Instant changed) {}

    /** Who made the booking, and for which organisation. */
    record Organiser(String email, @Nullable String organisation) {

        static Organiser of(Owner owner, Contact contact) {
            return new Organiser(
                    contact.email().value(),
                    owner.organisation().map(OrganisationId::slug).orElse(null));
        }
    }

    /** Somebody to be invited. */
    record AttendeeView(String email, String name) {

        static AttendeeView of(Attendee attendee) {
            return new AttendeeView(attendee.email().value(), attendee.name());
        }
    }

    /** A date of the rule that was left out, and why. */
    @Schema(name = "Skipped")
    record SkippedView(
            Instant recurrenceId,
            Instant start,
            Instant end,
            @Schema(allowableValues = "SKIPPED") String outcome,
            @Schema(ref = "#/components/schemas/ReasonCode") String reason) {

        static SkippedView of(Skipped skipped) {
            return new SkippedView(
                    skipped.time().start(),
                    skipped.time().start(),
                    skipped.time().end(),
                    DateOutcome.SKIPPED.name(),
                    skipped.reason().token());
        }
    }

    /**
     * What is told of a booking besides itself.
     *
     * @param organiser how its organiser is told, as far as it is readable
     * @param bookedBy who booked in the organiser's name, if somebody did
     * @param invited who is invited, told only to whom it is readable
     * @param request what is told of it as a request
     * @param dates its dates, with what is told of each
     */
    record ToldBeside(
            Contact organiser,
            Optional<Contact> bookedBy,
            List<InvitedView> invited,
            RequestView request,
            List<OccurrenceView> dates) {}

    /** @param access of the client */
    static BookingView of(BookingAccess access, ToldBeside beside) {
        boolean readable = access.mayRead(BookingPart.CONTENT);
        SubjectView subject = readable ? subject(access, beside) : SubjectView.MASKED;
        return of(access, subject, beside.request(), beside.dates(), access.mayRead(BookingPart.COURSE));
    }

    /** Only its title, of what it is about; for whoever may read it. */
    static BookingView titled(BookingAccess access) {
        return of(
                access,
                SubjectView.title(access.booking().content().title()),
                RequestView.UNTOLD,
                dates(access, access.mayRead(BookingPart.COURSE)),
                access.mayRead(BookingPart.COURSE));
    }

    /** As told to whoever may not read it. */
    static BookingView masked(BookingAccess access, boolean tellsCourse) {
        return of(access, SubjectView.MASKED, RequestView.UNTOLD, dates(access, tellsCourse), tellsCourse);
    }

    private static List<OccurrenceView> dates(BookingAccess access, boolean tellsCourse) {
        return access.booking().occurrences().stream()
                .map(date -> OccurrenceView.of(date, tellsCourse))
                .toList();
    }

    private static BookingView of(
            BookingAccess access,
            SubjectView subject,
            RequestView request,
            List<OccurrenceView> dates,
            boolean tellsCourse) {
        Booking booking = access.booking();
        boolean readable = subject != SubjectView.MASKED;
        return new BookingView(
                booking.id().value(),
                readable ? booking.uid().value() : null,
                !readable,
                subject,
                ScheduleView.of(booking.schedule(), SiteClock.of(access.directory(), booking.rooms())),
                names(booking.rooms()),
                booking.state().name(),
                request,
                revision(booking, readable),
                dates,
                tellsCourse ? booking.skipped().stream().map(SkippedView::of).toList() : null,
                tellsCourse ? booking.dates().reacquire() : null);
    }

    private static SubjectView subject(BookingAccess access, ToldBeside beside) {
        boolean takesPart = access.mayJoin() || access.mayWrite(BookingPart.CONTENT);
        Content content = access.booking().content();
        return new SubjectView(
                content.title(),
                content.notes(),
                content.visibility().name(),
                content.headcount(),
                Organiser.of(access.booking().owner(), beside.organiser()),
                beside.bookedBy().map(any -> beside.organiser().email().value()).orElse(null),
                beside.bookedBy().map(by -> by.email().value()).orElse(null),
                beside.invited(),
                content.conference()
                        .map(wish -> ConferenceView.of(wish, takesPart))
                        .orElse(null),
                content.arrangements().layout().orElse(null),
                content.arrangements().services().stream().map(ServiceView::of).toList());
    }

    private static RevisionView revision(Booking booking, boolean readable) {
        return new RevisionView(
                readable ? booking.version() : null,
                readable ? booking.status().sequence() : null,
                booking.status().heldUntil().orElse(null),
                readable ? booking.status().created() : null,
                readable ? booking.status().changed() : null);
    }

    private static List<String> names(List<RoomId> rooms) {
        return rooms.stream().map(RoomId::value).toList();
    }
}
