/** Holds: what happens to them in time. */
@NullMarked
package org.passerelle.booking.hold;

import org.jspecify.annotations.NullMarked;
