package org.passerelle.api.calendar;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the container compress calendars where that is wished; those with a strong tag are left as they are by it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class FeedCompression {

    /** Without an order it comes after that of Spring Boot, which sets what stands in the configuration. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> compressedFeeds(FeedProperties settings) {
        return factory -> {
            Compression compression = factory.getCompression();
            if (settings.compressed() && compression != null) {
                compression.setAdditionalMimeTypes(new String[] {"text/calendar"});
            }
        };
    }
}
