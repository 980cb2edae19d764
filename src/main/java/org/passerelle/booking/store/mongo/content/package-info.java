/** Parts of what a booking is about, as they are stored with it. */
@NullMarked
package org.passerelle.booking.store.mongo.content;

import org.jspecify.annotations.NullMarked;
