package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.NotFound;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.Conferences;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.passerelle.conference.link.NoSuchHolder;
import org.passerelle.conference.link.RevokeLinks;
import org.passerelle.directory.RoomId;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How to join the conference of a booking: by our own links, which are never the provider's. */
@RestController
@RequestMapping("/api/v1/bookings/{id}/conference")
class BookingConferenceController {

    private final BookingRequests door;
    private final VideoMeetings meetings;
    private final Conferences conferences;
    private final RevokeLinks revoking;
    private final BookingAnswers answers;
    private final Clock clock;

    BookingConferenceController(
            BookingRequests door,
            VideoMeetings meetings,
            Conferences conferences,
            RevokeLinks revoking,
            BookingAnswers answers,
            Clock clock) {
        this.answers = answers;
        this.door = door;
        this.meetings = meetings;
        this.conferences = conferences;
        this.revoking = revoking;
        this.clock = clock;
    }

    /** @param recurrenceId the date of a series that is meant; by default the one that takes place, or the next */
    @Operation(summary = "Tells how to join the video conference of a booking.")
    @GetMapping
    JoiningView show(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String recurrenceId) {
        BookingAccess access = door.access(person, BookingAnswers.id(id));
        Booking booking = access.booking();
        boolean mayJoin = access.mayJoin();
        if (!mayJoin && access.isMasked()) {
            throw new NotYourBooking(booking.id(), person.id());
        }
        if (booking.content().conference().isEmpty()) {
            throw new NotFound("conference of " + id);
        }
        Optional<VideoMeeting> meeting = meeting(booking, recurrenceId);
        List<RoomId> rooms = meeting.map(VideoMeeting::rooms).orElseGet(booking::rooms).stream()
                .filter(access::mayConnect)
                .toList();
        if (!mayJoin && rooms.isEmpty()) {
            throw new NotYourBooking(booking.id(), person.id());
        }
        Joining self = mayJoin ? Joining.person(person.email()) : Joining.room(rooms.get(0));
        return new JoiningView(
                booking.content().conference().orElseThrow().provider(),
                meeting.map(VideoMeeting::name).orElse(null),
                link(booking, self),
                meeting.map(conferences::dialIns).orElse(List.of()).stream()
                        .map(JoiningView.DialInView::of)
                        .toList(),
                rooms.stream()
                        .distinct()
                        .map(room -> new JoiningView.RoomView(room.value(), link(booking, Joining.room(room))))
                        .toList());
    }

    /**
     * Makes links void that were handed out, without a body all of them; the new ones go out by mail, and stand in the calendars
     * from now on.
     */
    @Operation(summary = "Makes one link to a conference void, or all of them, and sends out new ones.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/new-links")
    JoiningView renew(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable RenewingFields fields) {
        BookingId name = BookingAnswers.id(id);
        Optional<Joining> one = Optional.ofNullable(fields).flatMap(RenewingFields::holder);
        BookingResult result =
                one.map(holder -> renewOne(person, name, holder)).orElseGet(() -> revoking.revoke(person, name));
        answers.booking(result, person, true, Attempt.UNTOLD);
        return show(person, id, null);
    }

    private BookingResult renewOne(Person person, BookingId id, Joining holder) {
        try {
            return revoking.revoke(person, id, holder);
        } catch (NoSuchHolder e) {
            throw new NotFound("link of " + holder.key() + " to " + id);
        }
    }

    private Optional<VideoMeeting> meeting(Booking booking, @Nullable String recurrenceId) {
        if (recurrenceId == null) {
            return meetings.nearest(booking, clock.instant());
        }
        return Optional.of(Fields.quietly(recurrenceId, WrittenTimes::instant)
                .flatMap(date -> meetings.of(booking).stream()
                        .filter(meeting -> meeting.id().recurrenceId().equals(date))
                        .findFirst())
                .orElseThrow(() -> new NotFound("date " + recurrenceId)));
    }

    private String link(Booking booking, Joining who) {
        return conferences.of(booking, who).map(URI::toString).orElseThrow();
    }
}
