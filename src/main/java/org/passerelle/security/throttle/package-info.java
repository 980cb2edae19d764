/** How often and how fast somebody may guess: passwords, tokens and links, each counted apart. */
@NullMarked
@NamedInterface("throttle")
package org.passerelle.security.throttle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
