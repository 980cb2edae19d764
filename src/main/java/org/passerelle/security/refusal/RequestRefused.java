package org.passerelle.security.refusal;

import org.springframework.http.HttpStatus;

/** The server does not take a request, whoever sends it, because of how it is sent, or where to. */
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong with it, with the status that says so (RFC 9110 section 15.5, RFC 6585 section 4). */
    public enum RefusalKind {
        /** For a host that is not this one. */
        MISDIRECTED(HttpStatus.MISDIRECTED_REQUEST),
        /** Its body came too slowly; the rest of it was not waited for. */
        TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
        /** Its body is longer than 1 MB; the rest of it was not read. */
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        /** Too many other bodies are still coming from the same client, or from all. */
        TOO_MANY_BODIES(HttpStatus.TOO_MANY_REQUESTS);

        private final HttpStatus status;

        RefusalKind(HttpStatus status) {
            this.status = status;
        }

        public HttpStatus status() {
            return status;
        }
    }

    private final RefusalKind kind;

    public RequestRefused(RefusalKind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    public RefusalKind kind() {
        return kind;
    }
}
