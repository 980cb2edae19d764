/** What happens to bookings at a time that follows from them. The bookings are the truth; whoever wakes at the time asks them. */
@NamedInterface("due")
@NullMarked
package org.passerelle.booking.due;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
