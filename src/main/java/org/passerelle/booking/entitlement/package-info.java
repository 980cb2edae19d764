/** What somebody may do with a room, when, for how long, and how much of it is left to them: the rules in the words of refusals. */
@NamedInterface("entitlement")
@NullMarked
package org.passerelle.booking.entitlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
