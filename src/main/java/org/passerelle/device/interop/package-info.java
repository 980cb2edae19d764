/** By which ways the device of a room gets into a conference, and which rooms cannot meet. */
@NamedInterface("interop")
@NullMarked
package org.passerelle.device.interop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
