/** Who books for whom. */
@NamedInterface("deputy")
@NullMarked
package org.passerelle.booking.deputy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
