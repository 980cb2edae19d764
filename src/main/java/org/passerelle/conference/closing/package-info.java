/** Ends conferences that their bookings no longer provide for while people may be inside: called off, ended early, moved away. */
@NullMarked
@NamedInterface("closing")
package org.passerelle.conference.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
