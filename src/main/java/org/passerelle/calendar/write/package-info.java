/** Bookings and invitations as iCalendar (RFC 5545, RFC 5546). */
@NamedInterface("write")
@NullMarked
package org.passerelle.calendar.write;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
