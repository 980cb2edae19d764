/** What a mail says to people, in French and English, as text and as HTML. */
@NamedInterface("letter")
@NullMarked
package org.passerelle.invitation.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
