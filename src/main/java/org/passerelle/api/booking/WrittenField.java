package org.passerelle.api.booking;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.BookingPart;

/** A field of a request about a booking, and of which part of the booking it is. */
record WrittenField(String name, BookingPart part, Function<BookingFields, @Nullable Object> value) {

    /** Every field that there is. */
    static final List<WrittenField> ALL = List.of(
            of("title", BookingPart.CONTENT, fields -> fields.order().subject().title()),
            of(
                    "start",
                    BookingPart.OCCUPANCY,
                    fields -> fields.order().schedule().start()),
            of(
                    "timeZone",
                    BookingPart.OCCUPANCY,
                    fields -> fields.order().schedule().timeZone()),
            of(
                    "duration",
                    BookingPart.OCCUPANCY,
                    fields -> fields.order().schedule().duration()),
            of("end", BookingPart.OCCUPANCY, fields -> fields.order().schedule().end()),
            of(
                    "date",
                    BookingPart.OCCUPANCY,
                    fields -> fields.order().schedule().date()),
            of(
                    "part",
                    BookingPart.OCCUPANCY,
                    fields -> fields.order().schedule().part()),
            of("rooms", BookingPart.OCCUPANCY, fields -> fields.order().rooms()),
            of(
                    "recurrence",
                    BookingPart.OCCUPANCY,
                    fields -> fields.order().schedule().recurrence()),
            of(
                    "exclude",
                    BookingPart.OCCUPANCY,
                    fields -> fields.order().schedule().exclude()),
            of("onConflict", BookingPart.OCCUPANCY, fields -> fields.order().onConflict()),
            of("reacquire", BookingPart.COURSE, fields -> fields.order().reacquire()),
            of(
                    "attendees",
                    BookingPart.CONTENT,
                    fields -> fields.order().subject().attendees()),
            of(
                    "conference",
                    BookingPart.CONTENT,
                    fields -> fields.order().subject().conference()),
            of("hold", BookingPart.CONTENT, BookingFields::hold),
            of("onBehalfOf", BookingPart.CONTENT, BookingFields::onBehalfOf),
            of("override", BookingPart.OCCUPANCY, BookingFields::override),
            of(
                    "visibility",
                    BookingPart.CONTENT,
                    fields -> fields.order().subject().visibility()),
            of("notes", BookingPart.CONTENT, fields -> fields.order().subject().notes()),
            of(
                    "headcount",
                    BookingPart.CONTENT,
                    fields -> fields.order().subject().headcount()),
            of("layout", BookingPart.CONTENT, fields -> fields.order().subject().layout()),
            of(
                    "services",
                    BookingPart.CONTENT,
                    fields -> fields.order().subject().services()));

    private static WrittenField of(String name, BookingPart part, Function<BookingFields, @Nullable Object> value) {
        return new WrittenField(name, part, value);
    }

    boolean isSent(BookingFields fields) {
        return value.apply(fields) != null;
    }
}
