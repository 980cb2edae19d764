package org.passerelle.notification.choice;

/**
 * Which mails somebody wants. What they cannot know otherwise they are always told: that a booking of theirs was cancelled,
 * decided, released or booked by somebody else.
 *
 * @param confirmations of what they book themselves, with the calendar attached
 * @param changes that others make to their bookings
 * @param requests that wait for their decision, at sites that they manage
 */
public record MailChoices(boolean confirmations, boolean changes, boolean requests) {

    /** Of whoever has said nothing. */
    public static final MailChoices DEFAULT = new MailChoices(true, true, true);
}
