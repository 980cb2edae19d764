/** What may be booked in a room, over HTTP. */
@NullMarked
package org.passerelle.api.entitlement;

import org.jspecify.annotations.NullMarked;
