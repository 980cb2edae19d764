package org.passerelle.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** The request cannot be understood, or a field of it has a value that no such request can have. Answered with 400. */
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    /** @param errors at least one; fields are paths such as {@code attendees[2].email} */
    public InvalidRequest(List<FieldError> errors) {
        super("Invalid request: " + errors);
        this.errors = List.copyOf(errors);
    }

    public InvalidRequest(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }

    /**
     * What is wrong with one field.
     *
     * @param field its path; empty for the request as a whole
     * @param message a key of the bundle {@code org/passerelle/api/messages}, told in the client's language, or else a text
     * @param details what its sentence is about
     */
    public record FieldError(
            String field, String message, @JsonIgnore List<String> details) {

        public FieldError {
            details = List.copyOf(details);
        }

        public FieldError(String field, String message) {
            this(field, message, List.of());
        }
    }
}
