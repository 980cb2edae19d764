/** Wins back rooms that were taken when a booking was made, as soon as they are free. */
@NamedInterface("reacquire")
@NullMarked
package org.passerelle.booking.reacquire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
