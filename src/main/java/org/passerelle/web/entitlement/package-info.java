/** The page that tells what may be booked in a room. */
@NullMarked
package org.passerelle.web.entitlement;

import org.jspecify.annotations.NullMarked;
