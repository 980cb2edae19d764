package org.passerelle.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.passerelle.availability.IndexStatus;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.platform.StoreStatus;
import org.springframework.data.mongodb.core.MongoOperations;

/** How much is stored, and whether the availability index knows of it. */
final class StoreMetrics {

    private static final String BOOKINGS = "bookings";

    StoreMetrics(
            MeterRegistry registry, MongoOperations mongo, StoreStatus status, IndexStatus index, Occupancy occupancy) {
        mongo.getCollectionNames().stream()
                .filter(name -> !name.startsWith("system."))
                .forEach(name -> bind(registry, mongo, name));
        if (status.bytes().isPresent()) {
            Gauge.builder("passerelle.store.size", () -> status.bytes().orElse(0))
                    .description("What the embedded store takes of its disk")
                    .baseUnit("bytes")
                    .register(registry);
        }
        Remembered<Long> stored = new Remembered<>(() -> mongo.estimatedCount(BOOKINGS));
        Gauge.builder("passerelle.index.lag", () -> Math.max(0, stored.get() - index.documents()))
                .description("Stored bookings that the availability index has not heard of")
                .baseUnit("documents")
                .register(registry);
        TimeGauge.builder("passerelle.index.lag.time", () -> occupancy.lag().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long ago this node last knew all that other nodes had written")
                .register(registry);
    }

    private static void bind(MeterRegistry registry, MongoOperations mongo, String collection) {
        Remembered<Long> count = new Remembered<>(() -> mongo.estimatedCount(collection));
        Gauge.builder("passerelle.store.documents", count::get)
                .description("Documents of each collection")
                .tag("collection", collection)
                .register(registry);
    }
}
