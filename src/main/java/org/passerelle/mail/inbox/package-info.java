/** Mail that comes in, whatever the door: stored first, then worked through one by one. */
@NamedInterface("inbox")
@NullMarked
package org.passerelle.mail.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
