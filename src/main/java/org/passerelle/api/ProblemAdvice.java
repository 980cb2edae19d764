package org.passerelle.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.version.DirectoryIsStale;
import org.passerelle.platform.work.WorkRefused;
import org.passerelle.platform.work.WorkStopped;
import org.passerelle.security.FirstPasswordUnchanged;
import org.passerelle.security.refusal.RequestRefused;
import org.passerelle.security.throttle.TooManyAttempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns whatever goes wrong, in controllers and in filters, into one problem document (RFC 9457). For somebody looking at pages
 * it passes the exception on, to be shown as a page.
 */
@RestControllerAdvice
public class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final UnreadableFields fields;

    public ProblemAdvice(Problems problems, UnreadableFields fields) {
        this.problems = problems;
        this.fields = fields;
    }

    // What a module refuses gets its method here, next to the others, and its type in ProblemType.

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidRequest e, HttpServletRequest request) throws Exception {
        return answer(problems.invalid(e.errors(), request), e, request);
    }

    @ExceptionHandler({DirectoryIsStale.class, Stale.class})
    ResponseEntity<ProblemDetail> stale(Exception e, HttpServletRequest request) throws Exception {
        return answer(problems.of(ProblemType.STALE, request), e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound e, HttpServletRequest request) throws Exception {
        return answer(problems.of(ProblemType.NOT_FOUND, request), e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> hasBookings(HasBookings e, HttpServletRequest request) throws Exception {
        ProblemDetail problem = problems.of(ProblemType.HAS_BOOKINGS, request, e.count());
        if (e.isOfRooms()) {
            problem.setDetail(problems.text("problem.has-bookings.rooms", request, e.count()));
        }
        problem.setProperty("count", e.count());
        return answer(problem, e, request);
    }

    @ExceptionHandler({Forbidden.class, AccessDeniedException.class})
    ResponseEntity<ProblemDetail> forbidden(Exception e, HttpServletRequest request) throws Exception {
        return answer(problems.of(ProblemType.FORBIDDEN, request), e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> firstPassword(FirstPasswordUnchanged e, HttpServletRequest request) throws Exception {
        ProblemDetail problem = problems.of(ProblemType.FORBIDDEN, request);
        problem.setDetail(problems.text("problem.forbidden.first-password", request));
        return answer(problem, e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unauthenticated(AuthenticationException e, HttpServletRequest request)
            throws Exception {
        return answer(problems.of(ProblemType.UNAUTHENTICATED, request), e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyAttempts e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        long seconds = e.retryAfter().toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return answer(problems.of(ProblemType.TOO_MANY_REQUESTS, request, seconds), e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMuch(WorkRefused e, HttpServletRequest request) throws Exception {
        long seconds = Math.max(1, e.retryAfter().toSeconds());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        ProblemDetail problem = problems.of(ProblemType.TOO_MANY_REQUESTS, request, seconds);
        problem.setDetail(problems.text("problem.too-much-at-once", request, seconds));
        return answer(problem, e, request, headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stopped(WorkStopped e, HttpServletRequest request) throws Exception {
        return answer(problems.of(ProblemType.UNAVAILABLE, request), e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RequestRefused e, HttpServletRequest request) throws Exception {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONNECTION, "close");
        ProblemDetail problem = problems.of(ProblemType.of(e.kind().status().value()), request, 0);
        if (e.kind() == RequestRefused.RefusalKind.TOO_MANY_BODIES) {
            problem.setDetail(problems.text("request.bodies", request));
            headers.set(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer(problem, e, request, headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, HttpServletRequest request)
            throws Exception {
        Optional<RequestRefused> refused = UnreadableFields.refusalIn(e);
        return refused.isPresent()
                ? refused(refused.get(), request)
                : answer(problems.invalid(fields.of(e), request), e, request);
    }

    /** Says which type to send instead, of those that this address takes. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notTaken(HttpMediaTypeNotSupportedException e, HttpServletRequest request)
            throws Exception {
        return answer(
                problems.ofMedia(ProblemType.UNSUPPORTED_MEDIA_TYPE, request, e.getSupportedMediaTypes()),
                e,
                request,
                e.getHeaders());
    }

    /** Says which type there is instead. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notOffered(HttpMediaTypeNotAcceptableException e, HttpServletRequest request)
            throws Exception {
        return answer(
                problems.ofMedia(ProblemType.NOT_ACCEPTABLE, request, e.getSupportedMediaTypes()),
                e,
                request,
                e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request)
            throws Exception {
        return answer(problems.invalid(UnreadableFields.one(e.getName(), "field.unreadable"), request), e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException e, HttpServletRequest request)
            throws Exception {
        return answer(
                problems.invalid(UnreadableFields.one(e.getParameterName(), "field.missing"), request), e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RequestRejectedException e, HttpServletRequest request) throws Exception {
        return answer(problems.invalid(UnreadableFields.one("", "request.address"), request), e, request);
    }

    /** Whoever has gone is told nothing. What Spring refuses by itself says its status; anything else is a fault of ours, found in the log by its id. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> other(Exception e, HttpServletRequest request) throws Exception {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        if (e instanceof ErrorResponse response) {
            ProblemType type = ProblemType.of(response.getStatusCode().value());
            return answer(problems.of(type, request), e, request, response.getHeaders());
        }
        if (Problems.wantsPage(request)) {
            throw e;
        }
        String id = UUID.randomUUID().toString();
        LOG.error("Fault {} at {} {}", id, request.getMethod(), request.getRequestURI(), e);
        return answer(problems.of(ProblemType.INTERNAL_ERROR, request, id), e, request);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, Exception e, HttpServletRequest request)
            throws Exception {
        return answer(problem, e, request, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, Exception e, HttpServletRequest request, HttpHeaders headers) throws Exception {
        if (Problems.wantsPage(request)) {
            throw e;
        }
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
