/** How mail leaves: by SMTP, or into a folder when no server is set. */
@NamedInterface("smtp")
@NullMarked
package org.passerelle.mail.smtp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
