/** Finds bookings by words in what somebody may read of them. */
@NamedInterface("search")
@NullMarked
package org.passerelle.booking.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
