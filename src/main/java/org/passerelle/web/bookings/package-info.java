/** The bookings somebody made, each with its own page, and calling them off. */
@NullMarked
package org.passerelle.web.bookings;

import org.jspecify.annotations.NullMarked;
