/** The change log: what was done to which booking, when and by whom, in the order of writing. It is appended to and never changed. */
@NamedInterface("changelog")
@NullMarked
package org.passerelle.booking.changelog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
