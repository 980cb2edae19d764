/** Caches that have a name, by which whoever watches them tells one from the other. */
@NullMarked
@NamedInterface("cache")
package org.passerelle.platform.cache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
