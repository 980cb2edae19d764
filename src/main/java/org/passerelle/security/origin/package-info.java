/** Under which names this installation answers, and from which sites a browser may act on it. */
@NullMarked
@NamedInterface("origin")
package org.passerelle.security.origin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
