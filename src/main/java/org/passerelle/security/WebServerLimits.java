package org.passerelle.security;

import com.github.benmanes.caffeine.cache.Ticker;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.passerelle.platform.net.TrustedProxies;
import org.passerelle.security.origin.AllowedHosts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How much a client may send, and who it is taken for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxySettings.class)
class WebServerLimits {

    /**
     * Of a refused body, the server still reads and drops this much, because most clients look for an answer only after they
     * have sent everything; one that sends more is cut off.
     */
    private static final int DROPPED_IN_BYTES = 32 * 1024 * 1024;

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemResponses problems) {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(AllowedHosts hosts, ProblemResponses problems) {
        FilterRegistrationBean<HostFilter> registration = new FilterRegistrationBean<>(new HostFilter(hosts, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> connectorLimits() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setMaxPostSize(BodyLimit.LONGEST_IN_BYTES);
            connector.setMaxParameterCount(1000);
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
                protocol.setMaxSwallowSize(DROPPED_IN_BYTES);
            }
        });
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusalsOfTheContainer() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusedByTheContainer()));
    }

    /** First of all, so that every filter, limit and redirect goes by the client and not by the proxy. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> forwardedHeaders(ProxySettings settings) {
        return factory -> factory.addEngineValves(new ForwardedHeaders(new TrustedProxies(settings.trustedProxies())));
    }

    /** The cookie of a session is not sent along when another site posts to this one. */
    @Bean
    CookieSameSiteSupplier sessionCookieStaysHere() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    Ticker ticker() {
        return Ticker.systemTicker();
    }
}
