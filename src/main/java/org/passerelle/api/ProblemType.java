package org.passerelle.api;

import java.net.URI;
import java.util.Arrays;
import org.springframework.http.HttpStatus;

/** Every kind of problem the server answers with (RFC 9457): a stable name for programs, a title for people. */
public enum ProblemType {
    INVALID_REQUEST("invalid-request", HttpStatus.BAD_REQUEST, "Invalid request"),
    UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED, "Not signed in"),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN, "Not allowed"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "No such representation"),
    REQUEST_TIMEOUT("request-timeout", HttpStatus.REQUEST_TIMEOUT, "Request too slow"),
    ROOM_OCCUPIED("room-occupied", HttpStatus.CONFLICT, "Room occupied"),
    HAS_BOOKINGS("has-bookings", HttpStatus.CONFLICT, "Bookings ahead"),
    STALE("stale", HttpStatus.PRECONDITION_FAILED, "Changed in the meantime"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "Request too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
    MISDIRECTED_REQUEST("misdirected-request", HttpStatus.MISDIRECTED_REQUEST, "No such host here"),
    REFUSED("refused", HttpStatus.UNPROCESSABLE_CONTENT, "Refused by a rule"),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL_ERROR("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "Internal error"),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable");

    private final String token;
    private final HttpStatus status;
    private final String title;

    ProblemType(String token, HttpStatus status, String title) {
        this.token = token;
        this.status = status;
        this.title = title;
    }

    /** The last part of its URI, and of the key of its detail text. */
    public String token() {
        return token;
    }

    /** Relative to the server, such as {@code /problems/not-found}. */
    public URI uri() {
        return URI.create("/problems/" + token);
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The type that says best what a bare status says. */
    static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status.value() == status)
                .findFirst()
                .orElse(status < 500 ? INVALID_REQUEST : INTERNAL_ERROR);
    }
}
