/** What clients are told of the dates of a booking. */
@NullMarked
package org.passerelle.api.booking.date;

import org.jspecify.annotations.NullMarked;
