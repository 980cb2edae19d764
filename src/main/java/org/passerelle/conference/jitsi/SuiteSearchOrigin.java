package org.passerelle.conference.jitsi;

import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets the pages of Jitsi's server, and of no other, search for suites with the token that they hold (CORS). */
@Configuration(proxyBeanMethods = false)
class SuiteSearchOrigin implements WebMvcConfigurer {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final JitsiProperties settings;

    SuiteSearchOrigin(JitsiProperties settings) {
        this.settings = settings;
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        URI server = URI.create(settings.base() + "/");
        registry.addMapping("/integrations/jitsi/people")
                .allowedOrigins(server.getScheme() + "://" + server.getAuthority())
                .allowedMethods("GET")
                .allowedHeaders(HttpHeaders.AUTHORIZATION)
                .allowCredentials(false)
                .maxAge(REMEMBERED.toSeconds());
    }
}
