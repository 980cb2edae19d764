/** What bookings say of people, and how it is erased without touching what they hold. */
@NamedInterface("personal")
@NullMarked
package org.passerelle.booking.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
