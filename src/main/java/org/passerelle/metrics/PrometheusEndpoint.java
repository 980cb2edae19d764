package org.passerelle.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** {@code /actuator/prometheus}, which the filter chains keep for administrators of the network. */
@WebEndpoint(id = "prometheus")
final class PrometheusEndpoint {

    /** The text form of Prometheus, which every version of it reads. */
    static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    PrometheusEndpoint(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @ReadOperation(produces = TEXT)
    String scrape() {
        return registry.scrape();
    }
}
