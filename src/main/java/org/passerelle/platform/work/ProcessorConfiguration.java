package org.passerelle.platform.work;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of shares, and measures time by the machine's stopwatch. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessorProperties.class)
class ProcessorConfiguration {

    @Bean
    ProcessorShares processorShares(ProcessorProperties settings) {
        return new ProcessorShares(settings, Ticker.systemTicker());
    }
}
