package org.passerelle.booking.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is said with the changes that this thread makes, to whoever they concern: it goes into the change log with each of them. */
public final class ChangeMessage {

    private static final ThreadLocal<@Nullable String> SAID = new ThreadLocal<>();

    private ChangeMessage() {}

    /** What {@code work} answers; {@code message} is said with all that it writes. */
    public static <T> T saying(String message, Supplier<T> work) {
        String before = SAID.get();
        SAID.set(message);
        try {
            return work.get();
        } finally {
            if (before == null) {
                SAID.remove();
            } else {
                SAID.set(before);
            }
        }
    }

    /** The change, with what is said now unless it says something itself. */
    public static LoggedChange addedTo(LoggedChange change) {
        String said = SAID.get();
        boolean speaks = change.fields().stream().anyMatch(field -> field.field() == FieldChange.Field.MESSAGE);
        if (said == null || said.isEmpty() || speaks) {
            return change;
        }
        List<FieldChange> fields = new ArrayList<>(change.fields());
        fields.add(new FieldChange(FieldChange.Field.MESSAGE, Optional.empty(), Optional.of(said)));
        return new LoggedChange(
                change.booking(),
                change.version(),
                change.at(),
                change.actor(),
                change.type(),
                change.recurrenceId(),
                fields,
                change.dates());
    }
}
