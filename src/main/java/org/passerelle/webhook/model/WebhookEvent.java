package org.passerelle.webhook.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.booking.changelog.ChangeType;

/** What a webhook can be told of. */
public enum WebhookEvent {
    CREATED,
    CHANGED,
    CANCELLED,
    REQUESTED,
    APPROVED,
    /** A manager did not agree, or nobody decided in time. */
    DECLINED,
    CHECKED_IN,
    RELEASED,
    ENDED;

    /** As the API writes it: {@code booking.checked-in}. */
    public String token() {
        return "booking." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty if there is no such event. */
    public static Optional<WebhookEvent> parse(String token) {
        return Arrays.stream(values())
                .filter(event -> event.token().equals(token))
                .findFirst();
    }

    /** What a change is to those who are told; empty for holds, of which nobody is told before they are bookings. */
    public static Optional<WebhookEvent> of(ChangeType type) {
        return switch (type) {
            case CREATED -> Optional.of(CREATED);
            case REQUESTED -> Optional.of(REQUESTED);
            case APPROVED -> Optional.of(APPROVED);
            case DECLINED, LAPSED -> Optional.of(DECLINED);
            case CHANGED, ASKED_BACK, ANSWERED -> Optional.of(CHANGED);
            case CANCELLED -> Optional.of(CANCELLED);
            case CHECKED_IN -> Optional.of(CHECKED_IN);
            case RELEASED -> Optional.of(RELEASED);
            case ENDED -> Optional.of(ENDED);
            case HELD, EXPIRED -> Optional.empty();
        };
    }
}
