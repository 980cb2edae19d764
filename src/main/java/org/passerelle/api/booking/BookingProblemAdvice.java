package org.passerelle.api.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BookingNotMade;
import org.passerelle.api.BookingRefusal;
import org.passerelle.api.ProblemType;
import org.passerelle.api.Problems;
import org.passerelle.api.UnreadableFields;
import org.passerelle.api.availability.RoomSearchView.NearMissView;
import org.passerelle.booking.Attendance;
import org.passerelle.booking.caps.CapLimit;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.IllegalRooms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.AvailabilityTexts;
import org.passerelle.i18n.ReasonTexts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what the booking module refuses into problem documents. Goes before the advice for everything else. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BookingProblemAdvice {

    /** A long series can collide on each of its dates; more than this many nobody reads. */
    private static final int MOST_LISTED = 200;

    private final Problems problems;
    private final ReasonTexts texts;
    private final AvailabilityTexts changes;

    BookingProblemAdvice(Problems problems, ReasonTexts texts, AvailabilityTexts changes) {
        this.problems = problems;
        this.texts = texts;
        this.changes = changes;
    }

    /** A room that is taken, as told to clients: half-open, and nobody's title. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConflictView(
            String room, Instant from, Instant to, @Nullable Instant recurrenceId) {

        static ConflictView of(Conflict conflict, boolean isSeries) {
            return new ConflictView(
                    conflict.room().value(),
                    conflict.taken().start(),
                    conflict.taken().end(),
                    isSeries ? conflict.recurrenceId() : null);
        }
    }

    /** One ground for a refusal, as told to clients. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReasonView(
            String code, @Nullable String room, @Nullable Instant recurrenceId, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notMade(BookingNotMade e, HttpServletRequest request) {
        return e.refusal() instanceof BookingRefusal.Occupied occupied
                ? occupied(occupied, request)
                : refused((BookingRefusal.Refused) e.refusal(), request);
    }

    private ResponseEntity<ProblemDetail> occupied(BookingRefusal.Occupied occupied, HttpServletRequest request) {
        ProblemDetail problem = problems.of(ProblemType.ROOM_OCCUPIED, request);
        problem.setProperty(
                "conflicts",
                occupied.conflicts().stream()
                        .limit(MOST_LISTED)
                        .map(conflict -> ConflictView.of(conflict, occupied.isSeries()))
                        .toList());
        problem.setProperty("alternatives", alternatives(occupied, request));
        occupied.latestEnd().ifPresent(end -> problem.setProperty("latestEnd", end));
        return answer(problem);
    }

    private List<NearMissView> alternatives(BookingRefusal refusal, HttpServletRequest request) {
        Locale locale = Problems.languageOf(request);
        return refusal.alternatives().stream()
                .map(alternative -> NearMissView.of(alternative, changes, locale))
                .toList();
    }

    private ResponseEntity<ProblemDetail> refused(BookingRefusal.Refused refused, HttpServletRequest request) {
        Optional<Duration> retryAfter =
                refused.reasons().stream().flatMap(CapLimit::retryAfter).max(Comparator.naturalOrder());
        ProblemDetail problem =
                problems.of(retryAfter.isPresent() ? ProblemType.TOO_MANY_REQUESTS : ProblemType.REFUSED, request, 0);
        retryAfter.ifPresent(
                wait -> problem.setDetail(texts.of(refused.reasons().get(0), Problems.languageOf(request))));
        problem.setProperty(
                "reasons",
                refused.reasons().stream()
                        .limit(MOST_LISTED)
                        .map(reason -> view(reason, request))
                        .toList());
        if (!refused.alternatives().isEmpty()) {
            problem.setProperty("alternatives", alternatives(refused, request));
        }
        return retryAfter
                .map(wait -> ResponseEntity.status(problem.getStatus())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()))
                        .body(problem))
                .orElseGet(() -> answer(problem));
    }

    private ReasonView view(Reason reason, HttpServletRequest request) {
        return new ReasonView(
                reason.code().token(),
                reason.room().map(RoomId::value).orElse(null),
                reason.recurrenceId().orElse(null),
                texts.of(reason, Problems.languageOf(request)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(BookingIsStale e, HttpServletRequest request) {
        return answer(problems.of(ProblemType.STALE, request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownBooking e, HttpServletRequest request) {
        return answer(problems.of(ProblemType.NOT_FOUND, request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYours(NotYourBooking e, HttpServletRequest request) {
        return answer(problems.of(ProblemType.FORBIDDEN, request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rooms(IllegalRooms e, HttpServletRequest request) {
        return answer(problems.invalid(UnreadableFields.one("rooms", "booking.rooms-exclude-each-other"), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> empty(EmptySchedule e, HttpServletRequest request) {
        return answer(problems.invalid(UnreadableFields.one("recurrence", "booking.no-date"), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> dateNotNamed(Attendance.DateNotNamed e, HttpServletRequest request) {
        return answer(problems.invalid(UnreadableFields.one("recurrenceId", "booking.which-date"), request));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
