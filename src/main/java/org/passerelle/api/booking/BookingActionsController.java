package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.booking.ApprovingBookings;
import org.passerelle.booking.Attendance;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.Extension;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.platform.text.Text;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happens to a booking on its way: confirmed, approved or declined, checked in to, ended early, extended. */
@RestController
@RequestMapping("/api/v1/bookings/{id}")
class BookingActionsController {

    private final HoldingRooms holding;
    private final ApprovingBookings approving;
    private final Attendance attendance;
    private final Extension extension;
    private final ReadingBookings reading;
    private final BookingRequests door;
    private final BookingAnswers answers;

    BookingActionsController(
            HoldingRooms holding,
            ApprovingBookings approving,
            Attendance attendance,
            Extension extension,
            ReadingBookings reading,
            BookingRequests door,
            BookingAnswers answers) {
        this.holding = holding;
        this.approving = approving;
        this.attendance = attendance;
        this.extension = extension;
        this.reading = reading;
        this.door = door;
        this.answers = answers;
    }

    /** What the organiser is told. */
    @Schema(name = "DecisionMessage")
    record SaidWithDecision(@Nullable String message) {}

    /** What is asked or answered. */
    record RequestMessage(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = RequestDecision.LONGEST_MESSAGE) @Nullable
            String message) {}

    /** The instant at which the date is to end instead. */
    record Extending(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
            String until) {}

    @Operation(summary = "Makes a booking of a hold.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/confirm")
    ResponseEntity<BookingView> confirm(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        BookingId name = BookingAnswers.id(id);
        return answer(
                door.ifMatching(person, name, ifMatch, version -> holding.confirm(person, name, version)), person);
    }

    @Operation(
            summary =
                    "Approves a booking that waits for your decision, or what is asked for in the place of its dates.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/approve")
    ResponseEntity<BookingView> approve(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String recurrenceId,
            @RequestBody(required = false) @Nullable SaidWithDecision said) {
        return answer(decide(person, id, recurrenceId, DecisionState.APPROVED, message(said)), person);
    }

    @Operation(
            summary =
                    "Declines a booking that waits for your decision, or what is asked for in the place of its dates, which then stay.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/decline")
    ResponseEntity<BookingView> decline(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String recurrenceId,
            @RequestBody(required = false) @Nullable SaidWithDecision said) {
        return answer(decide(person, id, recurrenceId, DecisionState.DECLINED, message(said)), person);
    }

    /** On one date in the place of which something is asked for, if one is named. */
    private BookingResult decide(
            Person person, String id, @Nullable String recurrenceId, DecisionState wished, String message) {
        BookingId name = BookingAnswers.id(id);
        return date(recurrenceId)
                .map(date -> approving.decideOn(person, name, date, wished, message))
                .orElseGet(() -> approving.decide(person, name, wished, message, Optional.empty()));
    }

    @Operation(summary = "Asks whoever made a request for more information; it goes on waiting for your decision.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/ask")
    ResponseEntity<BookingView> ask(
            @CurrentPerson Person person, @PathVariable String id, @RequestBody RequestMessage said) {
        String message = said(said);
        return answer(approving.ask(person, BookingAnswers.id(id), message, Optional.empty()), person);
    }

    @Operation(summary = "Answers what was asked last about your request.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/answer")
    ResponseEntity<BookingView> answer(
            @CurrentPerson Person person, @PathVariable String id, @RequestBody RequestMessage said) {
        String message = said(said);
        return answer(approving.answer(person, BookingAnswers.id(id), message, Optional.empty()), person);
    }

    private static String said(RequestMessage said) {
        Fields errors = new Fields();
        Optional<String> message =
                errors.parsed("message", said.message(), BookingActionsController::spoken, "text.notes");
        errors.requireNone();
        return message.orElseThrow();
    }

    private static String spoken(String message) {
        if (message.isBlank()) {
            throw new IllegalArgumentException("Nothing is said");
        }
        return plain(message);
    }

    private static String message(@Nullable SaidWithDecision said) {
        String message = said == null ? "" : Objects.requireNonNullElse(said.message(), "");
        Fields errors = new Fields();
        errors.parsed("message", message, BookingActionsController::plain, "text.notes");
        errors.requireNone();
        return message;
    }

    private static String plain(String message) {
        Text.requireLines("message", message, RequestDecision.LONGEST_MESSAGE);
        return message;
    }

    @Operation(summary = "Says that people have come, to a date of a series or to a single booking.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/check-in")
    ResponseEntity<BookingView> checkIn(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String recurrenceId) {
        return answer(attendance.checkIn(person, BookingAnswers.id(id), date(recurrenceId)), person);
    }

    @Operation(summary = "Ends a meeting that is going on, and frees its rooms.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/end")
    ResponseEntity<BookingView> end(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String recurrenceId) {
        return answer(attendance.end(person, BookingAnswers.id(id), date(recurrenceId)), person);
    }

    @Operation(
            summary =
                    "Lets a meeting that is going on last longer, if its rooms are free; otherwise latestEnd tells how long they are.")
    @Refuses({ProblemType.ROOM_OCCUPIED, ProblemType.REFUSED})
    @PostMapping("/extend")
    ResponseEntity<BookingView> extend(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String recurrenceId,
            @RequestBody Extending extending) {
        Fields errors = new Fields();
        Optional<Instant> until = errors.parsed("until", extending.until(), WrittenTimes::instant, "time.instant");
        errors.requireNone();
        BookingId name = BookingAnswers.id(id);
        Instant end = until.orElseThrow();
        BookingResult result = attendance.extend(person, name, date(recurrenceId), end);
        Attempt.Extension attempt = new Attempt.Extension(
                conflicts -> theRest(name, conflicts, end), conflicts -> latestEnd(person, name, conflicts, end));
        return answers.changed(result, person, false, attempt);
    }

    /** Until when it can last in its rooms, if that is longer than it does. */
    private Optional<Instant> latestEnd(Person person, BookingId id, List<Conflict> conflicts, Instant until) {
        return conflicts.stream()
                .map(Conflict::recurrenceId)
                .findFirst()
                .flatMap(date -> reading.find(id)
                        .flatMap(booking -> booking.occurrence(date)
                                .filter(standing -> standing.time().end().isBefore(until))
                                .flatMap(standing -> {
                                    Instant end = standing.time().end();
                                    Instant latest = extension.latestEnd(
                                            person, booking, standing, Duration.between(end, until));
                                    return latest.isAfter(end) && latest.isBefore(until)
                                            ? Optional.of(latest)
                                            : Optional.<Instant>empty();
                                })));
    }

    /** What is missing: the rooms from when the date ends until it is to end. */
    private Optional<BookingOrder> theRest(BookingId id, List<Conflict> conflicts, Instant until) {
        return conflicts.stream()
                .map(Conflict::recurrenceId)
                .findFirst()
                .flatMap(date -> reading.find(id)
                        .flatMap(booking -> booking.occurrence(date)
                                .filter(standing -> standing.time().end().isBefore(until))
                                .map(standing -> Attempt.OneDate.asked(
                                        booking, Interval.of(standing.time().end(), until), standing.rooms()))));
    }

    private ResponseEntity<BookingView> answer(BookingResult result, Person person) {
        return answers.changed(result, person, false, Attempt.UNTOLD);
    }

    private static Optional<Instant> date(@Nullable String recurrenceId) {
        if (recurrenceId == null) {
            return Optional.empty();
        }
        Fields errors = new Fields();
        Optional<Instant> date = errors.parsed("recurrenceId", recurrenceId, WrittenTimes::instant, "time.instant");
        errors.requireNone();
        return date;
    }
}
