package org.passerelle.api;

import java.util.List;
import java.util.Optional;
import org.passerelle.api.InvalidRequest.FieldError;
import org.passerelle.platform.text.Text;
import org.passerelle.security.refusal.RequestRefused;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds the field at fault in what Jackson reports, and says it in words of ours. */
@Component
public class UnreadableFields {

    public static List<FieldError> one(String field, String message) {
        return List.of(new FieldError(field, message));
    }

    /** Why the body was not read to its end, if that is what stopped Jackson. */
    static Optional<RequestRefused> refusalIn(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    List<FieldError> of(HttpMessageNotReadableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRequest invalid) {
                return invalid.errors();
            }
        }
        return e.getCause() instanceof JacksonException json
                ? one(pathOf(json), messageOf(json))
                : one("", "body.missing");
    }

    private static String messageOf(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "field.unknown";
        }
        if (e instanceof StreamConstraintsException) {
            return "body.bounds";
        }
        // An exact MismatchedInputException without a path is about the whole body, such as a list for an object.
        if (e instanceof MismatchedInputException || e instanceof DatabindException) {
            return e.getPath().isEmpty() ? "body.shape" : "field.unreadable";
        }
        return "body.malformed";
    }

    /** Such as {@code attendees[2].email}. */
    private static String pathOf(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shortened(reference.getPropertyName()));
            }
        }
        return path.toString();
    }

    /** The name of an unknown field comes from the client and may be of any length. */
    private static String shortened(String name) {
        return Text.shortened(name, 100);
    }
}
