package org.passerelle.notification.choice;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Which mails somebody wants. What they cannot know otherwise they are always told: that a booking of theirs was cancelled,
 * decided, released or booked by somebody else.
 *
 * @param confirmations of what they book themselves, with the calendar attached
 * @param changes that others make to their bookings
 * @param requests that wait for their decision, at sites that they manage
 * @param reminders of their bookings
 * @param reminderBefore how long before; 24 hours are a day on the clock of the booking, also where one has 23 or 25
 * @param quietHours in which no reminder leaves
 * @param calls for help from panels, at sites that they manage
 * @param digest whether their bookings are summed up in the morning
 */
public record MailChoices(
        boolean confirmations,
        boolean changes,
        boolean requests,
        boolean reminders,
        Duration reminderBefore,
        QuietHours quietHours,
        DigestRhythm digest,
        boolean calls) {

    public static final Duration SHORTEST_REMINDER = Duration.ofMinutes(5);
    public static final Duration LONGEST_REMINDER = Duration.ofDays(1);

    /** Of whoever has said nothing. */
    public static final MailChoices DEFAULT = new MailChoices(
            true, true, true, true, LONGEST_REMINDER, new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0)));

    /** Of somebody who wants to know of calls for help. */
    public MailChoices(
            boolean confirmations,
            boolean changes,
            boolean requests,
            boolean reminders,
            Duration reminderBefore,
            QuietHours quietHours,
            DigestRhythm digest) {
        this(confirmations, changes, requests, reminders, reminderBefore, quietHours, digest, true);
    }

    /** Of somebody who wants nothing summed up. */
    public MailChoices(
            boolean confirmations,
            boolean changes,
            boolean requests,
            boolean reminders,
            Duration reminderBefore,
            QuietHours quietHours) {
        this(confirmations, changes, requests, reminders, reminderBefore, quietHours, DigestRhythm.NEVER, true);
    }

    /** @throws IllegalArgumentException unless reminders are between five minutes and a day before */
    public MailChoices {
        if (!isReminder(reminderBefore)) {
            throw new IllegalArgumentException("A reminder comes between five minutes and a day before");
        }
    }

    /** Whether a reminder may come so long before. */
    public static boolean isReminder(Duration before) {
        return before.compareTo(SHORTEST_REMINDER) >= 0 && before.compareTo(LONGEST_REMINDER) <= 0;
    }
}
