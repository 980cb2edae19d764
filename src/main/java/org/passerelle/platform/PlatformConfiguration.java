package org.passerelle.platform;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PasserelleProperties.class, StoreProperties.class})
class PlatformConfiguration {

    /** Ticks in milliseconds, for a date in the database keeps no more, and what is read must equal what was written. */
    @Bean
    Clock clock(PasserelleProperties settings) {
        return Clock.tick(Clock.offset(Clock.systemUTC(), settings.clockOffset()), Duration.ofMillis(1));
    }
}
