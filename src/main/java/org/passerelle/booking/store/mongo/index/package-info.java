/** Indexes by which a replica set finds bookings; the embedded server has none but unique ones. */
@NullMarked
package org.passerelle.booking.store.mongo.index;

import org.jspecify.annotations.NullMarked;
