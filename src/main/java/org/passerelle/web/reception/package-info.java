/** Who is expected as a guest: as whoever booked names them, and as the reception of a site greets them. */
@NullMarked
package org.passerelle.web.reception;

import org.jspecify.annotations.NullMarked;
