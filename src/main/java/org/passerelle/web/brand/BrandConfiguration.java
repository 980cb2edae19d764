package org.passerelle.web.brand;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every page what the network has set of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrandProperties.class)
class BrandConfiguration {

    @Bean
    Brand brand(BrandProperties properties, BrandFiles files) {
        return new Brand(properties.name(), files.logo(), files.colours());
    }
}
