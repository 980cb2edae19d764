/** How changes get from the log to webhooks: found, queued, written, signed and sent. */
@NamedInterface("delivery")
@NullMarked
package org.passerelle.webhook.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
