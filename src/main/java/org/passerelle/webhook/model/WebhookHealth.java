package org.passerelle.webhook.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a receiver takes what it is sent.
 *
 * @param isPaused whether nothing is sent until its owner says so
 * @param failures in a row
 * @param failingSince when the first of them was
 * @param lastDelivered when it took something last
 * @param next nothing is sent before
 */
public record WebhookHealth(
        boolean isPaused, int failures, Optional<Instant> failingSince, Optional<Instant> lastDelivered, Instant next) {

    /** So many failures in a row may be the fault of single bookings; after more it is left alone for a while. */
    private static final int FAULTS_OF_BOOKINGS = 5;

    /** In one word. */
    public enum HealthState {
        ACTIVE,
        FAILING,
        PAUSED
    }

    public HealthState state() {
        if (isPaused) {
            return HealthState.PAUSED;
        }
        return failures > 0 ? HealthState.FAILING : HealthState.ACTIVE;
    }

    static WebhookHealth fresh(Instant now) {
        return new WebhookHealth(false, 0, Optional.empty(), Optional.empty(), now);
    }

    WebhookHealth delivered(Instant now) {
        return new WebhookHealth(isPaused, 0, Optional.empty(), Optional.of(now), now);
    }

    /** @param patience after so long without anything taken it pauses */
    WebhookHealth failed(Instant now, Duration patience) {
        Instant since = failingSince.orElse(now);
        Duration pause =
                failures < FAULTS_OF_BOOKINGS ? Duration.ZERO : DeliveryTries.pause(failures + 1 - FAULTS_OF_BOOKINGS);
        return new WebhookHealth(
                !now.isBefore(since.plus(patience)), failures + 1, Optional.of(since), lastDelivered, now.plus(pause));
    }

    /** As if nothing had failed. */
    WebhookHealth resumed(Instant now) {
        return new WebhookHealth(false, 0, Optional.empty(), lastDelivered, now);
    }
}
