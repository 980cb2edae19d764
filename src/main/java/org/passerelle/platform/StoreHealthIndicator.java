package org.passerelle.platform;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.passerelle.platform.StoreStatus.Level;
import org.passerelle.platform.StoreStatus.StoreState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the store does all that is asked of it. Already little space is DOWN: whoever watches has to make room, and until
 * then nothing can be booked. It is UP again by itself.
 */
@Component
class StoreHealthIndicator implements HealthIndicator {

    private static final int SECONDS_TO_ANSWER = 2;

    private final StoreStatus status;
    private final StoreAccess access;
    private final MongoClient client;

    StoreHealthIndicator(StoreStatus status, StoreAccess access, MongoClient client) {
        this.status = status;
        this.access = access;
        this.client = client;
    }

    @Override
    public Health health() {
        StoreState state = access == StoreAccess.SHARED ? ofServer() : status.now();
        return state.level() == Level.WORKING
                ? Health.up().build()
                : Health.down()
                        .withDetail("state", state.level().name())
                        .withDetail("reason", state.reason())
                        .build();
    }

    private StoreState ofServer() {
        try {
            client.getDatabase("admin")
                    .withTimeout(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
                    .runCommand(new Document("ping", 1));
            return StoreState.WORKING;
        } catch (MongoException e) {
            return new StoreState(
                    Level.FAILING, "MongoDB does not answer: " + e.getClass().getSimpleName());
        }
    }
}
