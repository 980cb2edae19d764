/** What programs lay into the bookings of their owner (RFC 4791 section 5.3.2, RFC 6638 section 3.2): a booking of all rooms, or none. */
@NullMarked
package org.passerelle.caldav.put;

import org.jspecify.annotations.NullMarked;
