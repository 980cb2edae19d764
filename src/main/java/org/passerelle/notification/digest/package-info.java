/** Mails in the morning that sum up somebody's bookings of the day or the week. */
@NullMarked
package org.passerelle.notification.digest;

import org.jspecify.annotations.NullMarked;
