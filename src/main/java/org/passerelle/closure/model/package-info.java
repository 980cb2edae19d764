/** Closures of sites and rooms, and what becomes of the bookings they hit. Immutable values. */
@NamedInterface("model")
@NullMarked
package org.passerelle.closure.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
