package org.passerelle.webhook.store;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A delivery that is over, or was before somebody had it sent again.
 *
 * @param id the webhook's and the number of the delivery
 * @param ended when
 */
@Document("webhookDeliveries")
record EndedDelivery(@Id String id, String webhook, Instant ended, StoredDelivery delivery) {

    static String id(String webhook, long number) {
        return webhook + "/" + number;
    }
}
