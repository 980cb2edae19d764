/** What other modules are told of bookings, after it has happened. */
@NamedInterface("event")
@NullMarked
package org.passerelle.booking.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
