/** What a booking is about, as told to clients. */
@NullMarked
package org.passerelle.api.booking.content;

import org.jspecify.annotations.NullMarked;
