/** What invited people are owed, worked out from the booking and from what they were last sent; values only. */
@NamedInterface("pending")
@NullMarked
package org.passerelle.invitation.pending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
