/** How rooms are furnished and what is brought into them, as clients say it and are told it. */
@NullMarked
package org.passerelle.api.booking.arrangement;

import org.jspecify.annotations.NullMarked;
