/** What a booking is, and what it claims. Immutable values; nothing here asks a clock or a database. */
@NamedInterface("model")
@NullMarked
package org.passerelle.booking.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
