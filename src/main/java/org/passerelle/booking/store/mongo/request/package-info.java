/** How a booking is stored as a request. */
@NullMarked
package org.passerelle.booking.store.mongo.request;

import org.jspecify.annotations.NullMarked;
