package org.passerelle.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Measures how long requests take, as {@code http.server.requests} with the tags that Spring gives it: the address is the pattern
 * of its handler, never what the client named.
 */
final class RequestMetrics extends OncePerRequestFilter {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "REPORT");
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };
    private static final int SERVER_ERROR = 500;

    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Timer.Sample sample = Timer.start(registry);
        int status = SERVER_ERROR; // unless it comes to an end
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            sample.stop(Timer.builder("http.server.requests")
                    .description("Requests that were answered")
                    .serviceLevelObjectives(BOUNDS)
                    .tag("method", METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER")
                    .tag("uri", pattern(request, status))
                    .tag("status", Integer.toString(status))
                    .tag("outcome", outcome(status))
                    .register(registry));
        }
    }

    /** What was refused before a handler was found has no pattern. */
    private static String pattern(HttpServletRequest request, int status) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null) {
            return pattern.toString();
        }
        return switch (status / 100) {
            case 3 -> "REDIRECTION";
            case 4 -> status == HttpServletResponse.SC_NOT_FOUND ? "NOT_FOUND" : "UNKNOWN";
            default -> "UNKNOWN";
        };
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            default -> "SERVER_ERROR";
        };
    }
}
