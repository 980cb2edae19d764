/** From an order to claims: dates of a schedule, units of a pool, quarter-hours of a quota, and what stands in the way. */
@NullMarked
package org.passerelle.booking.allocation;

import org.jspecify.annotations.NullMarked;
