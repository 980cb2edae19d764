/** Which mails people choose to get. */
@NamedInterface("choice")
@NullMarked
package org.passerelle.notification.choice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
