package org.passerelle.invitation.text;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.invitation.pending.PendingMessage;

/**
 * What a message is written about.
 *
 * @param page where its reader answers in a browser
 * @param join where they join by video
 * @param now what is over by then is not spoken of
 */
public record Occasion(Booking booking, PendingMessage owed, Chair chair, URI page, Optional<URI> join, Instant now) {

    /** Who booked. */
    public record Chair(String name, EmailAddress email) {}

    boolean isCancel() {
        return owed.kind() == ItipMethod.CANCEL;
    }

    /** By which the texts of such a message are found. */
    String theme() {
        if (owed.kind() == ItipMethod.DECLINECOUNTER) {
            return "declined";
        }
        if (owed.only().isPresent()) {
            return isCancel() ? "date-cancelled" : "date-changed";
        }
        if (isCancel()) {
            return isWithdrawn() ? "withdrawn" : "cancelled";
        }
        boolean isNews =
                owed.before().filter(known -> !known.equals(owed.now())).isPresent();
        return isNews ? "changed" : "invited";
    }

    /** Whether the reader is who booked. */
    public boolean isOwn() {
        return owed.whom().email().equals(chair.email());
    }

    /** Whether the meeting takes place without the reader. */
    public boolean isWithdrawn() {
        return isCancel() && owed.only().isEmpty() && !booking.isVoid();
    }
}
