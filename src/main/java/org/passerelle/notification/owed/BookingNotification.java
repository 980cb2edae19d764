package org.passerelle.notification.owed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.platform.digest.Digests;

/**
 * Something that one person is to be told about a booking. What the booking says is read when it is told; a notification keeps only
 * what the booking no longer knows by then.
 *
 * @param position of the change in the change log that calls for it
 * @param at when that was
 * @param by who did it; empty if the program did
 * @param message what was said with it; may be empty
 * @param before dates as they were before, those that changed
 */
public record BookingNotification(
        BookingId booking,
        PersonId to,
        NotificationKind kind,
        long position,
        Instant at,
        Optional<ActorId> by,
        String message,
        List<OccurrenceSnapshot> before) {

    public BookingNotification {
        before = List.copyOf(before);
    }

    /** Names it and no other, however often it is found; the Message-ID of its mail is made of it. */
    public String key() {
        return Digests.shortHex(booking.value() + " " + position + " " + to.text() + " " + kind);
    }
}
