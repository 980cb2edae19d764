/** Webhooks in MongoDB. */
@NullMarked
package org.passerelle.webhook.store;

import org.jspecify.annotations.NullMarked;
