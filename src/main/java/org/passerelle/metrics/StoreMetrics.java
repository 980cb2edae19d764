package org.passerelle.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.passerelle.availability.IndexStatus;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.platform.StoreStatus;
import org.springframework.data.mongodb.core.MongoOperations;

/** How much is stored, and whether the availability index knows of it. */
final class StoreMetrics {

    private static final String BOOKINGS = "bookings";

    StoreMetrics(
            MeterRegistry registry, MongoOperations mongo, StoreStatus status, IndexStatus index, Occupancy occupancy) {
        List<String> collections = mongo.getCollectionNames().stream()
                .filter(name -> !name.startsWith("system."))
                .toList();
        Remembered<Map<String, Long>> counts = new Remembered<>(
                () -> collections.stream().collect(Collectors.toMap(name -> name, mongo::estimatedCount)));
        collections.forEach(name -> Gauge.builder(
                        "passerelle.store.documents", () -> counts.figure(all -> all.getOrDefault(name, 0L)))
                .description("Documents of each collection")
                .tag("collection", name)
                .register(registry));
        if (status.bytes().isPresent()) {
            Gauge.builder("passerelle.store.size", () -> status.bytes().orElse(0))
                    .description("What the embedded store takes of its disk")
                    .baseUnit("bytes")
                    .register(registry);
        }
        Gauge.builder("passerelle.store.working", () -> status.now().level() == StoreStatus.Level.WORKING ? 1 : 0)
                .description(
                        "1 while the embedded store takes everything, 0 with little space, a failing disk or damage")
                .register(registry);
        Gauge.builder(
                        "passerelle.index.lag",
                        () -> counts.figure(all -> Math.max(0, all.getOrDefault(BOOKINGS, 0L) - index.documents())))
                .description("Stored bookings that the availability index has not heard of")
                .baseUnit("documents")
                .register(registry);
        TimeGauge.builder("passerelle.index.lag.time", () -> occupancy.lag().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long ago this node last knew all that other nodes had written")
                .register(registry);
    }
}
