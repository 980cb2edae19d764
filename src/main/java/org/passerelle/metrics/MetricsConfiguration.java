package org.passerelle.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.passerelle.availability.IndexStatus;
import org.passerelle.backup.BackupRuns;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.platform.StoreStatus;
import org.passerelle.platform.cache.NamedCaches;
import org.passerelle.platform.work.WorkQueue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.core.MongoOperations;

/** All there is of metrics, and nothing of it unless {@code passerelle.metrics.enabled} says so. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("passerelle.metrics.enabled")
@EnableConfigurationProperties(MetricsProperties.class)
class MetricsConfiguration {

    @Bean
    PrometheusMeterRegistry meterRegistry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        // The one server has a new id at each start, and each time would begin new series.
        registry.config().meterFilter(MeterFilter.ignoreTags("cluster.id", "server.address", "database"));
        return registry;
    }

    /** The name of a cache is its tag. */
    @Bean
    NamedCaches.Observer cacheMetrics(MeterRegistry registry) {
        return (name, cache) -> CaffeineCacheMetrics.monitor(registry, cache, name);
    }

    @Bean
    BookingMetrics bookingMetrics(MeterRegistry registry) {
        return new BookingMetrics(registry);
    }

    /** Next to the filter that gives requests their ids, so that whatever is refused on the way is measured as well. */
    @Bean
    FilterRegistrationBean<RequestMetrics> requestMetrics(MeterRegistry registry) {
        FilterRegistrationBean<RequestMetrics> registration =
                new FilterRegistrationBean<>(new RequestMetrics(registry));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    WorkMetrics workMetrics(MeterRegistry registry, List<WorkQueue> queues) {
        return new WorkMetrics(registry, queues);
    }

    @Bean
    DueMetrics dueMetrics(MeterRegistry registry, List<TimedAction> actions) {
        return new DueMetrics(registry, actions.stream().map(TimedAction::kind).toList());
    }

    @Bean
    StoreMetrics storeMetrics(
            MeterRegistry registry, MongoOperations mongo, StoreStatus status, IndexStatus index, Occupancy occupancy) {
        return new StoreMetrics(registry, mongo, status, index, occupancy);
    }

    @Bean
    BackupMetrics backupMetrics(MeterRegistry registry, BackupRuns runs, Clock clock) {
        return new BackupMetrics(registry, runs, clock);
    }

    @Bean
    MachineMetrics machineMetrics(MeterRegistry registry) {
        return new MachineMetrics(registry);
    }

    @Bean
    PrometheusEndpoint prometheusEndpoint(PrometheusMeterRegistry registry) {
        return new PrometheusEndpoint(registry);
    }

    @Bean
    PrometheusServer prometheusServer(PrometheusMeterRegistry registry, MetricsProperties settings) {
        return new PrometheusServer(registry, settings);
    }
}
