package org.passerelle.webhook.store;

import org.passerelle.platform.Migration;

/** Webhooks in a database, for tests without Spring. */
public final class WebhookDocumentsWiring {

    private WebhookDocumentsWiring() {}

    public static Migration indexes() {
        return new M260_Webhooks();
    }
}
