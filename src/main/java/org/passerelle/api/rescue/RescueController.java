package org.passerelle.api.rescue;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.ProblemType;
import org.passerelle.api.booking.BookingAnswers;
import org.passerelle.api.booking.BookingView;
import org.passerelle.api.contract.Refuses;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.Metered;
import org.passerelle.rescue.RescueMeeting;
import org.passerelle.rescue.RescuePlan;
import org.passerelle.rescue.RescueWish;
import org.passerelle.rescue.RescueWish.ChosenMove;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.Interval;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moves dates of bookings out of rooms that cannot be used, for their organisers and the managers of their sites. */
@RestController
@RequestMapping("/api/v1/bookings/{id}/rescue")
class RescueController {

    private final RescueMeeting rescue;
    private final ReadingBookings reading;
    private final BookingAnswers answers;

    RescueController(RescueMeeting rescue, ReadingBookings reading, BookingAnswers answers) {
        this.rescue = rescue;
        this.reading = reading;
        this.answers = answers;
    }

    /** @param room those that cannot be used; without them those that are known not to be, else all of the date */
    @Operation(summary = "Tells where a date of a booking could go whose rooms cannot be used, the best first.")
    @Refuses(ProblemType.REFUSED)
    @Metered
    @GetMapping
    RescueView show(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String recurrenceId,
            @RequestParam(required = false) @Nullable List<@Nullable String> room) {
        BookingId name = named(id);
        RescueWish wish = new RescueFields(recurrenceId, room, null).wish();
        Optional<RescuePlan> plan = rescue.plan(person, name, wish);
        if (plan.isEmpty()) {
            BookingResult over = BookingResult.Refused.because(Reason.of(ReasonCode.IN_THE_PAST));
            answers.moved(over, person, booking(name), Optional.empty(), List.of());
        }
        return RescueView.of(plan.orElseThrow());
    }

    /** All of it or nothing, and once however often it is asked. Whoever is invited, the panels and the conference follow. */
    @Operation(summary = "Moves a date of a booking to the best place, or to one that was offered.")
    @Refuses({ProblemType.ROOM_OCCUPIED, ProblemType.REFUSED})
    @Metered(fewAtOnce = false)
    @PostMapping
    ResponseEntity<BookingView> move(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable RescueFields fields) {
        BookingId name = named(id);
        Booking before = booking(name);
        RescueWish wish = Objects.requireNonNullElse(fields, RescueFields.NONE).wish();
        if (rescue.lacksDate(person, name, wish)) {
            throw new InvalidRequest("recurrenceId", "field.missing");
        }
        BookingResult result = rescue.move(person, name, wish, Optional.empty());
        Optional<Interval> time = wish.move().map(ChosenMove::time);
        List<RoomId> rooms = wish.move().map(ChosenMove::rooms).orElse(List.of());
        return answers.moved(result, person, before, time, rooms);
    }

    private static BookingId named(String id) {
        return BookingId.parse(id).orElseThrow(() -> new UnknownBooking("of that name"));
    }

    private Booking booking(BookingId id) {
        return reading.find(id).orElseThrow(() -> new UnknownBooking(id.value()));
    }
}
