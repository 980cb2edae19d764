package org.passerelle.notification.text;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;

/**
 * What a notification is written about, as its reader may know it.
 *
 * @param booking as it is now
 * @param isMasked whether its reader may not know what it is about and who asks
 * @param asker who booked
 * @param actor who did what is told; empty if the program did
 * @param press where one press does what the mail asks for, such as a check-in; empty if it asks for nothing
 * @param instead where a date could go whose rooms cannot be used; empty if nothing suits, or nothing is wrong
 * @param grounds why it waits for the agreement of whoever decides; nothing for others
 * @param overrides rules that were set aside for it, if that is told with it
 * @param page where its reader sees the booking
 * @param choices where they choose their mails; empty for people without an account
 * @param now what is over by then is not spoken of
 */
public record NotificationOccasion(
        Booking booking,
        BookingNotification notification,
        boolean isMasked,
        String asker,
        Optional<String> actor,
        Optional<URI> press,
        Optional<OccurrenceSnapshot> instead,
        List<Reason> grounds,
        List<ToldOverride> overrides,
        URI page,
        Optional<URI> choices,
        Instant now) {

    /** That somebody has set a rule aside. */
    public record ToldOverride(OverridableRule rule, String who) {}

    /** Whether it is about a device, and all its dates have begun, so that nothing can be offered. */
    boolean hasBegun() {
        return notification.kind() == NotificationKind.DEVICE_FAILED
                && notification.before().stream()
                        .noneMatch(date -> date.time().start().isAfter(now));
    }
}
