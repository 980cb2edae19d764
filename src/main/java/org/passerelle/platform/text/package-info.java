/** Text from outside: what may pass, how the rest is cleaned, and how it is cut. The one place for these rules. */
@NullMarked
@NamedInterface("text")
package org.passerelle.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
