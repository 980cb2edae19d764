/** Webhooks over the API. */
@NullMarked
package org.passerelle.api.webhook;

import org.jspecify.annotations.NullMarked;
