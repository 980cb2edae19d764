/** Digests, message authentication codes and random secrets. The one place that calls the JDK's cryptography for them. */
@NullMarked
@NamedInterface("digest")
package org.passerelle.platform.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
