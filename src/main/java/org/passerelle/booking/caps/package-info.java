/** How much one person and one organisation may take at a time: holds, open bookings, claims ahead, bookings an hour. */
@NamedInterface("caps")
@NullMarked
package org.passerelle.booking.caps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
