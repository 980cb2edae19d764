/** Bookings as MongoDB documents, their indexes and migrations. */
@NullMarked
package org.passerelle.booking.store.mongo;

import org.jspecify.annotations.NullMarked;
