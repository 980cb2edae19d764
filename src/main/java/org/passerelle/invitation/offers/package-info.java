/** What people without an account may book in one press in the place of what a room has declined. */
@NamedInterface("offers")
@NullMarked
package org.passerelle.invitation.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
