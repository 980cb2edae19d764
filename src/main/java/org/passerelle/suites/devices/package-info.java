/** How the devices of rooms stand, from all that is known of them. */
@NamedInterface("devices")
@NullMarked
package org.passerelle.suites.devices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
