package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.ChangingBookings;
import org.passerelle.booking.ChangingOneDate;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.booking.order.OrderText;
import org.passerelle.booking.order.StandingDay;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes or drops one date of a series, or a date and all that follow. */
@RestController
@RequestMapping("/api/v1/bookings/{id}/occurrences/{recurrenceId}")
class OccurrencesController {

    /** What {@code onConflict} says is ignored: one date has its rooms or not. */
    private static final Set<String> OF_ONE_DATE =
            Set.of("start", "timeZone", "duration", "end", "date", "part", "rooms", "onConflict", "override");

    private final ChangingOneDate changingOne;
    private final ChangingBookings changing;
    private final CancellingBookings cancelling;
    private final BookingRequests door;
    private final BookingAnswers answers;
    private final OrderTexts texts;
    private final RequestClocks clocks;

    OccurrencesController(
            ChangingOneDate changingOne,
            ChangingBookings changing,
            CancellingBookings cancelling,
            BookingRequests door,
            BookingAnswers answers,
            OrderTexts texts,
            RequestClocks clocks) {
        this.changingOne = changingOne;
        this.changing = changing;
        this.cancelling = cancelling;
        this.door = door;
        this.answers = answers;
        this.texts = texts;
        this.clocks = clocks;
    }

    /** @param andFollowing whether the date and all later ones change, which splits the series */
    @Operation(summary = "Changes one date of a series, or it and all that follow.")
    @Refuses({ProblemType.ROOM_OCCUPIED, ProblemType.REFUSED})
    @Metered(fewAtOnce = false)
    @PatchMapping
    ResponseEntity<BookingView> change(
            @CurrentPerson Person person,
            @PathVariable String id,
            @PathVariable String recurrenceId,
            @RequestParam(defaultValue = "false") boolean andFollowing,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody BookingFields fields) {
        BookingId name = BookingAnswers.id(id);
        Instant date = date(recurrenceId);
        Booking booking = door.forChange(person, name, fields);
        BookingsController.requireZone(fields.order());
        return andFollowing
                ? changeFollowing(person, booking, date, ifMatch, fields)
                : changeOne(person, booking, date, ifMatch, fields);
    }

    private ResponseEntity<BookingView> changeFollowing(
            Person person, Booking booking, Instant date, @Nullable String ifMatch, BookingFields fields) {
        BookingId id = booking.id();
        OrderText text = texts.provided(OrderTexts.of(fields), booking.owner().organisation(), booking.rooms());
        AskedChange asked = new AskedChange(fields, text, clocks);
        BookingResult result = door.ifMatching(
                person, id, ifMatch, version -> changing.changeFollowing(person, id, date, version, asked));
        return answers.changed(
                result,
                person,
                true,
                asked.attempt(
                        OwnBooking.of(booking, each -> !each.recurrenceId().isBefore(date))));
    }

    private ResponseEntity<BookingView> changeOne(
            Person person, Booking booking, Instant date, @Nullable String ifMatch, BookingFields fields) {
        BookingId id = booking.id();
        Occurrence standing =
                booking.occurrenceOrLeftOut(date).orElseThrow(() -> new UnknownBooking(id + " on " + date));
        OccurrenceEdit edit = edit(booking, standing, fields);
        BookingResult result =
                door.ifMatching(person, id, ifMatch, version -> changingOne.change(person, id, date, version, edit));
        return answers.changed(
                result,
                person,
                true,
                new Attempt.OneDate(
                        () -> asked(booking, standing, edit),
                        OwnBooking.of(booking, each -> each.recurrenceId().equals(date))));
    }

    private static BookingOrder asked(Booking booking, Occurrence standing, OccurrenceEdit edit) {
        Interval time = edit.of(standing.time(), booking.schedule());
        return Attempt.OneDate.asked(booking, time, edit.rooms().orElse(standing.roomsOr(booking.rooms())));
    }

    @Operation(summary = "Cancels one date of a series, or it and all that follow.")
    @Refuses(ProblemType.REFUSED)
    @DeleteMapping
    ResponseEntity<Void> drop(
            @CurrentPerson Person person,
            @PathVariable String id,
            @PathVariable String recurrenceId,
            @RequestParam(defaultValue = "false") boolean andFollowing,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        BookingId name = BookingAnswers.id(id);
        Instant date = date(recurrenceId);
        BookingResult result = door.ifMatching(
                person,
                name,
                ifMatch,
                version -> andFollowing
                        ? cancelling.cancelFollowing(person, name, date, version)
                        : cancelling.cancelDate(person, name, date, version));
        answers.booking(result, person, true, Attempt.UNTOLD);
        return ResponseEntity.noContent().build();
    }

    private static Instant date(String recurrenceId) {
        return Fields.quietly(recurrenceId, WrittenTimes::instant)
                .orElseThrow(() -> new UnknownBooking("on " + recurrenceId));
    }

    private OccurrenceEdit edit(Booking booking, Occurrence date, BookingFields fields) {
        Fields errors = new Fields();
        refuseFieldsOfTheSeries(fields, errors);
        OrderText text = OrderTexts.of(fields);
        List<RoomId> rooms = date.roomsOr(booking.rooms());
        StandingDay day = StandingDay.on(
                LocalDate.ofInstant(date.time().start(), booking.schedule().zone()),
                clocks.at(rooms).flatMap(there -> there.partAt(date.time())));
        return errors.accepted(OrderReader.date(text, booking, date, clocks.of(text.rooms(), rooms), day));
    }

    /** One date can differ in time and rooms; what it is about belongs to the whole series. */
    private static void refuseFieldsOfTheSeries(BookingFields fields, Fields errors) {
        WrittenField.ALL.stream()
                .filter(field -> !OF_ONE_DATE.contains(field.name()) && field.isSent(fields))
                .forEach(field -> errors.refuse(field.name(), "booking.of-the-series"));
    }
}
