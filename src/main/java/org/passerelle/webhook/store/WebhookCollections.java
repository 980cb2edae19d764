package org.passerelle.webhook.store;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Webhooks belong to whoever made them; what was sent to them is told by ids alone. */
@Component
class WebhookCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.ownedBy("webhooks", "owner", "target.of")
                        .withoutTelling("slot", "position", "queue", "lease", "version"),
                PersonalCollection.impersonal("webhookDeliveries"));
    }
}
