package org.passerelle.api;

import java.util.List;
import org.passerelle.booking.refusal.Reason;

/** Ends a request whose booking was refused. Thrown once, when all that is said of it is known, and caught by nobody but the advice. */
public final class BookingNotMade extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient BookingRefusal refusal;

    public BookingNotMade(BookingRefusal refusal) {
        super("Refused", null, false, false);
        this.refusal = refusal;
    }

    /** A rule forbids it, and nothing can be had instead. */
    public static BookingNotMade because(List<Reason> reasons) {
        return new BookingNotMade(new BookingRefusal.Refused(reasons, List.of()));
    }

    public BookingRefusal refusal() {
        return refusal;
    }
}
