package org.passerelle.booking.changelog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.BookingId;

/**
 * What one write did to one booking.
 *
 * @param version of the booking's document once written; one write may have changed several bookings of a document
 * @param at when, by the clock of the node that wrote
 * @param recurrenceId the date it was about, if it was about one alone
 * @param dates that changed, at most {@link #MOST_DATES}; of how many more there were a field {@link FieldChange.Field#DATES} tells
 */
public record LoggedChange(
        BookingId booking,
        long version,
        Instant at,
        Actor actor,
        ChangeType type,
        Optional<Instant> recurrenceId,
        List<FieldChange> fields,
        List<DateChange> dates) {

    /** So many dates are told of one by one. */
    public static final int MOST_DATES = 20;

    public LoggedChange {
        fields = List.copyOf(fields);
        dates = List.copyOf(dates);
    }
}
