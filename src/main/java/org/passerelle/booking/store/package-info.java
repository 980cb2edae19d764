/** Where bookings are kept: each write is one atomic step, guarded by the unique index on claims. */
@NamedInterface("store")
@NullMarked
package org.passerelle.booking.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
