/** Users and passwords of devices, which come in and are used but are never shown again. */
@NamedInterface("credentials")
@NullMarked
package org.passerelle.device.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
