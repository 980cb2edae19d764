/** What a mail says to people in every language, as text and as HTML. */
@NamedInterface("text")
@NullMarked
package org.passerelle.invitation.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
