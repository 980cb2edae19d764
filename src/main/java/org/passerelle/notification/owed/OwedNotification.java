package org.passerelle.notification.owed;

import java.time.Instant;

/**
 * A notification that was not told yet.
 *
 * @param tries that were in vain
 * @param next when to try
 */
public record OwedNotification(BookingNotification notification, int tries, Instant next) {}
