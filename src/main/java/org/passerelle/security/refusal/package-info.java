/** What is said where a request is turned away before anybody looks at what it asks for. */
@NullMarked
@NamedInterface("refusal")
package org.passerelle.security.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
