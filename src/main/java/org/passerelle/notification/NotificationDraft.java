package org.passerelle.notification;

import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.notification.owed.BookingNotification;

/**
 * What is to be told to whom.
 *
 * @param booking as it is now
 * @param person whom it is to, an outsider perhaps
 */
record NotificationDraft(Booking booking, BookingNotification notification, Person person) {}
