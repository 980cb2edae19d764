/** What becomes of the bookings of somebody who is away, over HTTP. */
@NullMarked
package org.passerelle.api.absence;

import org.jspecify.annotations.NullMarked;
