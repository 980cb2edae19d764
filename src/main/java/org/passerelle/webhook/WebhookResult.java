package org.passerelle.webhook;

import org.passerelle.webhook.model.Webhook;

/** How the wish for a webhook ended. */
public sealed interface WebhookResult {

    /** One just made: the only moment at which its secret is told. */
    record WebhookMade(Webhook webhook, String secret) implements WebhookResult {

        @Override
        public String toString() {
            return "WebhookMade[" + webhook.id() + "]";
        }
    }

    /** There is none. */
    record WebhookRefused(WebhookRefusal why) implements WebhookResult {}
}
