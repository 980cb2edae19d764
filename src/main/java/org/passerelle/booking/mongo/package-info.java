/** Bookings as MongoDB documents, their indexes and migrations. */
@NullMarked
package org.passerelle.booking.mongo;

import org.jspecify.annotations.NullMarked;
