/** By which ways the device of a room gets into a conference, and which rooms cannot meet. */
@NamedInterface("entry")
@NullMarked
package org.passerelle.suites.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
