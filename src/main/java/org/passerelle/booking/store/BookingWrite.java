package org.passerelle.booking.store;

import java.util.List;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Holding;

/**
 * One write of one document by this node: the bookings in it until then, none if it is new, and those in it from then on. It
 * carries what has changed, so that whoever it may concern can tell without reading anything.
 *
 * @param root the id of the document, as {@link Holding#root()}
 */
public record BookingWrite(String root, List<Booking> before, List<Booking> after) {

    public BookingWrite {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The bookings that are not as they were, in both forms; those of the document that the write left alone are left out. */
    public Stream<Booking> changed() {
        return Stream.concat(differing(before, after), differing(after, before));
    }

    /** What is left alone is handed on as it is, so that nothing needs to be compared field by field. */
    private static Stream<Booking> differing(List<Booking> some, List<Booking> others) {
        return some.stream().filter(each -> others.stream().noneMatch(other -> other == each));
    }
}
