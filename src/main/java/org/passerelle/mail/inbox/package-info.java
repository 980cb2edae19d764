/** Mail that comes in, by SMTP or IMAP: stored first, then worked through one by one. */
@NamedInterface("inbox")
@NullMarked
package org.passerelle.mail.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
