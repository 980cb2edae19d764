/** What becomes of the bookings of somebody who is away. */
@NamedInterface("absence")
@NullMarked
package org.passerelle.booking.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
