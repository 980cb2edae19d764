/** Bookings, their occurrences, holds and the waitlist over HTTP. */
@NullMarked
package org.passerelle.api.booking;

import org.jspecify.annotations.NullMarked;
