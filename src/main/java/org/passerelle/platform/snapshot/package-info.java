/** The store as it was at one moment, while others go on writing; and what modules find out about it, whichever database it is. */
@NullMarked
@NamedInterface("snapshot")
package org.passerelle.platform.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
