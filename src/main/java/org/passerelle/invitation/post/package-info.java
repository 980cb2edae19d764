/** How mail leaves: by SMTP, or into a folder when no server is set. */
@NamedInterface("post")
@NullMarked
package org.passerelle.invitation.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
