/** Why a booking is refused, as values that API, pages and mail each put into words. */
@NamedInterface("refusal")
@NullMarked
package org.passerelle.booking.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
