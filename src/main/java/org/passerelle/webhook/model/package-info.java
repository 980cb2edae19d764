/** What a webhook is, what waits for it, and what became of what was sent. */
@NamedInterface("model")
@NullMarked
package org.passerelle.webhook.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
