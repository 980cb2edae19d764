package org.passerelle.booking.audit;

import java.util.List;
import java.util.Optional;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.LoggedChange;

/**
 * One change as one person may read it.
 *
 * @param position where it stands in the record; rises with time
 * @param change what it was, the private texts left out if {@code isMasked}
 * @param isMasked whether the person is told that texts changed, and not what they say
 * @param title of the booking today; empty if the person may not read it
 */
public record AuditEntry(long position, LoggedChange change, boolean isMasked, Optional<String> title) {

    /** @param title of the booking if whoever asks may read it */
    static AuditEntry of(long position, LoggedChange change, Optional<String> title) {
        boolean isMasked = title.isEmpty();
        return new AuditEntry(position, isMasked ? masked(change) : change, isMasked, title);
    }

    private static LoggedChange masked(LoggedChange change) {
        List<FieldChange> fields =
                change.fields().stream().map(AuditEntry::masked).toList();
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

    private static FieldChange masked(FieldChange change) {
        return change.field().isPrivate()
                ? new FieldChange(change.field(), Optional.empty(), Optional.empty())
                : change;
    }
}
