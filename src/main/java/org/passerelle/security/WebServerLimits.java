package org.passerelle.security;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import org.passerelle.platform.net.TrustedProxies;
import org.passerelle.security.connector.ConcurrencyLimitValve;
import org.passerelle.security.connector.IncomingBody;
import org.passerelle.security.connector.ObservedHttp11Protocol;
import org.passerelle.security.origin.AllowedHosts;
import org.passerelle.security.origin.UnsaidProtocol;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How much a client may send, and who it is taken for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxyProperties.class)
class WebServerLimits {

    /** With one place between, for whoever measures all of a request. */
    private static final int AFTER_THE_ID = Ordered.HIGHEST_PRECEDENCE + 2;

    /** The first of all, so that whatever is logged of a request has its id. */
    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIds() {
        FilterRegistrationBean<RequestIdFilter> registration = new FilterRegistrationBean<>(new RequestIdFilter());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemResponses problems) {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit(problems));
        registration.setOrder(AFTER_THE_ID);
        return registration;
    }

    @Bean
    FilterRegistrationBean<WholeAnswers> wholeAnswers() {
        FilterRegistrationBean<WholeAnswers> registration = new FilterRegistrationBean<>(new WholeAnswers());
        registration.addUrlPatterns("/api/*");
        registration.setOrder(AFTER_THE_ID);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(AllowedHosts hosts, ProblemResponses problems) {
        FilterRegistrationBean<HostFilter> registration = new FilterRegistrationBean<>(new HostFilter(hosts, problems));
        registration.setOrder(AFTER_THE_ID);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectorLimits(ProxyProperties settings, Ticker ticker) {
        return factory -> {
            factory.setProtocol(ObservedHttp11Protocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                connector.setMaxPostSize((int) IncomingBody.LONGEST);
                connector.setMaxParameterCount(1000);
                connector.setMaxPartCount(10);
                if (connector.getProtocolHandler() instanceof ObservedHttp11Protocol protocol) {
                    protocol.setTicker(ticker);
                    protocol.setTrustedProxies(new TrustedProxies(settings.trustedProxies()));
                    protocol.setMaxExtensionSize(256);
                    protocol.setMaxTrailerSize(256);
                    // So a client that asks first sends nothing of a body that is refused.
                    protocol.setContinueResponseTiming("onRead");
                }
            });
        };
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusalsOfTheContainer() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusedByTheContainer()));
    }

    /** First of all, so that every filter, limit and redirect goes by the client and not by the proxy. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> forwardedHeaders(
            ProxyProperties settings, UnsaidProtocol unsaid, Ticker ticker) {
        return factory -> factory.addEngineValves(
                new ForwardedHeaders(new TrustedProxies(settings.trustedProxies()), unsaid),
                new ConcurrencyLimitValve(ticker));
    }

    @Bean
    Ticker ticker() {
        return Ticker.systemTicker();
    }
}
