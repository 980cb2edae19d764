package org.passerelle.booking;

import java.util.List;
import java.util.stream.Stream;
import org.passerelle.booking.refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Tells those who count them how attempts to make or to change bookings ended, however they came in. */
@Component
class BookingAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(BookingAttempts.class);

    private final List<BookingAttemptListener> listeners;

    @Autowired
    BookingAttempts(ObjectProvider<BookingAttemptListener> listeners) {
        this(listeners.orderedStream());
    }

    private BookingAttempts(Stream<BookingAttemptListener> listeners) {
        this.listeners = listeners.toList();
    }

    /** Nobody listens. */
    static BookingAttempts unheard() {
        return new BookingAttempts(Stream.empty());
    }

    /** Returns {@code result}. */
    BookingResult ended(BookingAttemptListener.Act act, BookingResult result) {
        for (BookingAttemptListener listener : listeners) {
            listener.ended(act, result);
        }
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} ended: {}", act, told(result));
        }
        return result;
    }

    /** Nothing that anybody wrote. */
    private static String told(BookingResult result) {
        if (result instanceof BookingResult.Done done) {
            return "done, " + done.booking().id();
        }
        if (result instanceof BookingResult.DoneBefore before) {
            return "done before, " + before.booking().id();
        }
        if (result instanceof BookingResult.Refused refused) {
            return "refused, " + refused.reasons().stream().map(Reason::code).toList();
        }
        return result instanceof BookingResult.Occupied ? "occupied" : "idempotency key reused";
    }
}
