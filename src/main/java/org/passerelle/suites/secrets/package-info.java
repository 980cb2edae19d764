/** Users and passwords of devices, which come in and are used but are never shown again. */
@NamedInterface("secrets")
@NullMarked
package org.passerelle.suites.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
