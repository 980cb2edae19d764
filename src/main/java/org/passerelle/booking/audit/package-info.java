/** The record of what was done to bookings, as each person may read it. */
@NamedInterface("audit")
@NullMarked
package org.passerelle.booking.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
