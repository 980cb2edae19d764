package org.passerelle.security;

import static org.passerelle.account.Role.NETWORK_ADMINISTRATOR;
import static org.passerelle.account.Role.SITE_MANAGER;

import org.passerelle.account.signin.SignIn;
import org.passerelle.security.origin.CrossSiteFilter;
import org.passerelle.security.origin.CrossSiteRequests;
import org.passerelle.security.throttle.GuessLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What programs call. Each request brings its own credentials; a browser's session opens nothing here. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String NOTHING_BUT_DATA = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            SignIn signIn,
            GuessLimits limits,
            ProblemResponses problems,
            CrossSiteRequests crossSite) {
        stateless(http)
                .securityMatcher(new OrRequestMatcher(
                        DavRequests::isOne, paths("/api/**"), paths("/actuator/**"), paths("/v3/**")))
                .authorizeHttpRequests(
                        paths -> paths.requestMatchers("/api/v1/admin/sites/**", "/api/v1/admin/rooms/**")
                                .hasAnyRole(NETWORK_ADMINISTRATOR.name(), SITE_MANAGER.name())
                                .requestMatchers("/api/v1/admin/**")
                                .hasRole(NETWORK_ADMINISTRATOR.name())
                                .requestMatchers(DavRequests::isDiscovery)
                                .permitAll()
                                .requestMatchers(DavRequests::isOne)
                                .authenticated()
                                .requestMatchers("/api/**")
                                .authenticated()
                                .requestMatchers("/v3/**", "/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .hasRole(NETWORK_ADMINISTRATOR.name()))
                .addFilterBefore(CrossSiteFilter.forPrograms(crossSite, problems), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new ApiCredentials(signIn, limits, problems), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        return http.build();
    }

    /**
     * Whoever brings a secret of its own, which a controller checks. Credentials are not looked at: a calendar program that
     * sends some must not be answered 401, or it gives up.
     */
    @Bean
    @Order(1)
    SecurityFilterChain integrationsChain(
            HttpSecurity http, GuessLimits limits, ProblemResponses problems, CrossSiteRequests crossSite) {
        stateless(http)
                .securityMatcher("/integrations/**", "/feeds/**", "/freebusy/**", "/api/v1/freebusy/**")
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .addFilterBefore(
                        new LinkThrottle(limits.links(), crossSite, problems), AnonymousAuthenticationFilter.class);
        return http.build();
    }

    /** Lets the methods of WebDAV pass as well, which only {@link DavRequests} answers. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHttpMethods(DavRequests.METHODS);
        return firewall;
    }

    private static RequestMatcher paths(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(ApiSecurity::headers);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_BUT_DATA))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }
}
