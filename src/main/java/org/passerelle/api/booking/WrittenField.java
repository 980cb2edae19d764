package org.passerelle.api.booking;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.BookingPart;

/** A field of a request about a booking, and of which part of the booking it is. */
record WrittenField(String name, BookingPart part, Function<BookingFields, @Nullable Object> value) {

    /** Every field that there is. */
    static final List<WrittenField> ALL = List.of(
            of("title", BookingPart.CONTENT, BookingFields::title),
            of("start", BookingPart.OCCUPANCY, BookingFields::start),
            of("timeZone", BookingPart.OCCUPANCY, BookingFields::timeZone),
            of("duration", BookingPart.OCCUPANCY, BookingFields::duration),
            of("end", BookingPart.OCCUPANCY, BookingFields::end),
            of("rooms", BookingPart.OCCUPANCY, BookingFields::rooms),
            of("recurrence", BookingPart.OCCUPANCY, BookingFields::recurrence),
            of("exclude", BookingPart.OCCUPANCY, BookingFields::exclude),
            of("onConflict", BookingPart.OCCUPANCY, BookingFields::onConflict),
            of("reacquire", BookingPart.COURSE, BookingFields::reacquire),
            of("attendees", BookingPart.CONTENT, BookingFields::attendees),
            of("conference", BookingPart.CONTENT, BookingFields::conference),
            of("hold", BookingPart.CONTENT, BookingFields::hold),
            of("visibility", BookingPart.CONTENT, BookingFields::visibility),
            of("notes", BookingPart.CONTENT, BookingFields::notes),
            of("headcount", BookingPart.CONTENT, BookingFields::headcount));

    private static WrittenField of(String name, BookingPart part, Function<BookingFields, @Nullable Object> value) {
        return new WrittenField(name, part, value);
    }

    boolean isSent(BookingFields fields) {
        return value.apply(fields) != null;
    }
}
