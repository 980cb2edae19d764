package org.passerelle.webhook.model;

import java.time.Instant;

/**
 * One event on its way to one webhook, or at the end of it.
 *
 * @param number counts the events of the webhook from 1 on
 */
public record WebhookDelivery(long number, BookingEvent event, DeliveryState state, DeliveryTries tries) {

    public static WebhookDelivery waiting(long number, BookingEvent event, Instant now) {
        return new WebhookDelivery(number, event, DeliveryState.WAITING, DeliveryTries.none(now));
    }

    /** To be sent once more, as if it never had been. */
    public WebhookDelivery anew(Instant now) {
        return waiting(number, event, now);
    }

    public WebhookDelivery arrived(int status, Instant now) {
        return new WebhookDelivery(number, event, DeliveryState.DELIVERED, tries.arrived(status, now));
    }

    /** Not taken; tried again after a pause. */
    public WebhookDelivery failed(int status, DeliveryProblem why, Instant now) {
        return new WebhookDelivery(number, event, DeliveryState.WAITING, tries.failed(status, why, now));
    }

    public WebhookDelivery in(DeliveryState end) {
        return new WebhookDelivery(number, event, end, tries);
    }
}
