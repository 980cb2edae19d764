package org.passerelle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.InvalidRequest.FieldError;
import org.passerelle.booking.order.OrderReading;
import org.passerelle.platform.text.Text;
import org.passerelle.time.InvalidRecurrence;
import org.passerelle.time.Recurrence;

/** Collects what is wrong with the fields of one request, so that the client learns all of it at once. */
public final class Fields {

    private final List<FieldError> errors = new ArrayList<>();

    /** @param message a key of the messages of this module, or a text */
    public void refuse(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** A rule of RFC 5545, refused with the part that is at fault; empty if there is none, or it was refused. */
    public Optional<Recurrence> recurrence(String field, @Nullable String rule) {
        if (rule == null || rule.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Recurrence.parse(rule));
        } catch (InvalidRecurrence e) {
            String fault = e.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
            errors.add(new FieldError(field, "recurrence." + fault, List.of(e.part())));
            return Optional.empty();
        }
    }

    /**
     * What was read of an order; what is wrong with it is refused, field by field.
     *
     * @throws InvalidRequest if anything was refused, now or before
     */
    public <T> T accepted(OrderReading<T> reading) {
        reading.faults().forEach(fault -> errors.add(new FieldError(fault.path(), fault.code(), fault.details())));
        requireNone();
        return reading.value().orElseThrow();
    }

    /** A text of one line, needed and not blank; an empty one stands in for a refused one. */
    public String line(String field, @Nullable String value, int longest) {
        if (value == null) {
            refuse(field, "field.missing");
        } else if (value.isBlank()) {
            refuse(field, "text.blank");
        } else if (value.length() > longest) {
            refuse(field, "text.too-long");
        } else if (!Text.isLine(value)) {
            refuse(field, "text.control-characters");
        } else {
            return value;
        }
        return "";
    }

    /** A value that {@code parse} makes of a text, refused with {@code message} if it throws or there is no text. */
    public <T> Optional<T> parsed(String field, @Nullable String value, Function<String, T> parse, String message) {
        if (value == null) {
            refuse(field, "field.missing");
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(value));
        } catch (IllegalArgumentException e) {
            refuse(field, message);
            return Optional.empty();
        }
    }

    /** As {@link #parsed}, but what cannot be parsed is just left out. */
    public static <T> Optional<T> quietly(@Nullable String value, Function<String, T> parse) {
        return new Fields().parsed("", value, parse, "");
    }

    /** @throws InvalidRequest if anything was refused */
    public void requireNone() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }
}
