/** Deliveries in the documents of the bookings. */
@NullMarked
package org.passerelle.invitation.mongo;

import org.jspecify.annotations.NullMarked;
