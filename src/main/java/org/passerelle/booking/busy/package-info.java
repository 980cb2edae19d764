/** When rooms cannot be had, summed up, and who waits for what to go away. */
@NamedInterface("busy")
@NullMarked
package org.passerelle.booking.busy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
