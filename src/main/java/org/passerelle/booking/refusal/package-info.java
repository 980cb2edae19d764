/** Why a booking is refused, as values that every door puts into its own words. */
@NamedInterface("refusal")
@NullMarked
package org.passerelle.booking.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
