package org.passerelle.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.booking.BookingAttemptListener;
import org.passerelle.platform.cache.NamedCaches;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** Without {@code passerelle.metrics.enabled} there is nothing that could cost anything. */
class MetricsOffTests extends HttpTest {

    @Autowired
    private ConfigurableApplicationContext program;

    @Test
    void noBeanOfThisModuleIsThere() {
        assertThat(program.getBeanDefinitionNames()).hasSizeGreaterThan(100);
        assertThat(Arrays.stream(program.getBeanDefinitionNames())
                        .map(program::getType)
                        .filter(type -> type != null)
                        .map(Class::getName))
                .noneMatch(name -> name.startsWith("org.passerelle.metrics"))
                .noneMatch(name -> name.startsWith("io.micrometer.core") || name.startsWith("io.prometheus"));
    }

    @Test
    void nobodyMeasuresOrListensOnTheWayOfABooking() {
        assertThat(program.getBeanProvider(MeterRegistry.class)).isEmpty();
        assertThat(program.getBeanProvider(ObservationRegistry.class)).isEmpty();
        assertThat(program.getBeanProvider(BookingAttemptListener.class)).isEmpty();
        assertThat(program.getBeanProvider(NamedCaches.Observer.class)).isEmpty();
    }

    @Test
    void thereIsNothingToFetchForAnybody() {
        assertThat(as(ADMIN).get("/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(as(CAMILLE).get("/actuator/prometheus").statusCode()).isEqualTo(403);
        assertThat(anonymous().get("/actuator/prometheus").statusCode()).isEqualTo(401);
    }
}
