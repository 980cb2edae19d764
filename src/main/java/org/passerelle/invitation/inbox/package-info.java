/** Mail that comes in, by SMTP or from a mailbox: stored before anything else, then worked through one by one. */
@NamedInterface("inbox")
@NullMarked
package org.passerelle.invitation.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
