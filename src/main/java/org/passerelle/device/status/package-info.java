/** How the devices of rooms stand, from all that is known of them. */
@NamedInterface("status")
@NullMarked
package org.passerelle.device.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
