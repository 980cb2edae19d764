package org.passerelle.security;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import org.passerelle.account.passkey.PasskeyCeremonies;
import org.passerelle.account.signin.SignIn;
import org.passerelle.security.origin.CrossSiteFilter;
import org.passerelle.security.origin.CrossSiteRequests;
import org.passerelle.security.session.KeptForms;
import org.passerelle.security.session.SessionNotes;
import org.passerelle.security.throttle.GuessLimits;
import org.passerelle.security.throttle.KnownDevices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** What people open in a browser: a session begun at {@code /sign-in}, with CSRF tokens on everything that changes. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity {

    private static final String SIGN_IN = "/sign-in";
    private static final String OWN_FILES_ONLY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** Swagger UI writes styles into its page. */
    private static final String OWN_FILES_AND_STYLES = OWN_FILES_ONLY + "; style-src 'self' 'unsafe-inline'";

    /** Browsers hold the address that a form is sent on to against this as well. */
    private static final String OWN_FILES_AND_FORMS_ELSEWHERE =
            OWN_FILES_ONLY.replace("form-action 'self'", "form-action 'self' https: http:");

    /** A mail as HTML, framed by the page that shows it: it styles itself, fetches nothing and runs nothing. */
    private static final String MAIL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    /** The browsable page of the API, which springdoc serves beside {@code /docs/api}. */
    @Bean
    @Order(3)
    SecurityFilterChain apiPageChain(HttpSecurity http) {
        http.securityMatcher("/docs/**")
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(PagesSecurity::rememberNothing)
                .headers(headers -> headers(headers, OWN_FILES_AND_STYLES));
        return http.build();
    }

    /** Shown in a frame of the demo's mailbox, and to nobody who has not signed in. */
    @Bean
    @Order(3)
    SecurityFilterChain framedMailChain(HttpSecurity http, StoredSessions sessions) {
        http.securityMatcher("/mailbox/*/html")
                .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(PagesSecurity::keepNothingInMemory)
                .requestCache(PagesSecurity::rememberNothing)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new SignInEntryPoint(SIGN_IN)))
                .headers(headers -> headers(headers, MAIL))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin));
        return http.build();
    }

    /**
     * The pages that links in mails open. The address is the secret that lets in and that no other site knows, so there
     * is no session to protect; nor is the address told to whoever a link on the page leads to.
     */
    @Bean
    @Order(3)
    SecurityFilterChain answerChain(
            HttpSecurity http, GuessLimits limits, ProblemResponses problems, CrossSiteRequests crossSite) {
        http.securityMatcher(
                        "/answer/**",
                        "/decide/**",
                        "/reply/**",
                        "/guest/**",
                        "/s",
                        "/s/**",
                        "/instead/**",
                        "/unsubscribe/**",
                        "/check-in/**",
                        "/rescue/**",
                        "/forgotten",
                        "/new-password/**")
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(PagesSecurity::rememberNothing)
                .addFilterBefore(
                        CrossSiteFilter.forPagesWithoutReferrer(crossSite, problems),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new LinkThrottle(limits.links(), crossSite, problems), AnonymousAuthenticationFilter.class)
                .headers(headers -> headers(headers, OWN_FILES_ONLY))
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        return http.build();
    }

    /**
     * The page that the link to a conference opens. As with an invitation the address is the secret; pressing its button
     * leads to wherever the conference is held.
     */
    @Bean
    @Order(3)
    SecurityFilterChain joinChain(
            HttpSecurity http, GuessLimits limits, ProblemResponses problems, CrossSiteRequests crossSite) {
        http.securityMatcher("/join/**")
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(PagesSecurity::rememberNothing)
                .addFilterBefore(
                        CrossSiteFilter.forPagesWithoutReferrer(crossSite, problems),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new LinkThrottle(limits.links(), crossSite, problems), AnonymousAuthenticationFilter.class)
                .headers(headers -> headers(headers, OWN_FILES_AND_FORMS_ELSEWHERE))
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        return http.build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pagesChain(
            HttpSecurity http,
            SignIn signIn,
            KnownDevices devices,
            ProblemResponses problems,
            CrossSiteRequests crossSite,
            KeptForms kept,
            StoredSessions sessions,
            PasskeyCeremonies passkeys) {
        FormOutcomes outcomes = new FormOutcomes(SIGN_IN, devices, problems);
        http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(SIGN_IN, "/assets/**", "/webjars/**", "/favicon.ico", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(CrossSiteFilter.forPages(crossSite, problems), SecurityContextHolderFilter.class)
                .addFilterBefore(new StrangersForms(SIGN_IN, kept, problems), CsrfFilter.class)
                .securityContext(context -> context.securityContextRepository(sessions))
                .addFilterAfter(new FirstPasswordFilter(signIn), SecurityContextHolderFilter.class)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .authenticationDetailsSource(
                                request -> devices.sourceOf(request, String.valueOf(request.getParameter("email"))))
                        .successHandler(outcomes)
                        .failureHandler(outcomes))
                .with(new PasskeySignIn(SIGN_IN, passkeys, signIn, outcomes, sessions), withoutMore -> {})
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
                .requestCache(PagesSecurity::rememberNothing)
                .sessionManagement(PagesSecurity::keepNothingInMemory)
                .csrf(csrf -> csrf.csrfTokenRepository(tokensOfForms()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new SignInEntryPoint(SIGN_IN))
                        .accessDeniedHandler(problems))
                .headers(headers -> headers(headers, OWN_FILES_ONLY));
        return http.build();
    }

    /**
     * The token of forms is kept by the browser and not here, in a cookie that no script reads; what another host of the domain
     * may have put there does not help it, for {@link CrossSiteFilter} refuses its forms.
     */
    private static CookieCsrfTokenRepository tokensOfForms() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return tokens;
    }

    /** Without one of its own, Spring Security would keep in a session what people wanted before they sign in. */
    private static void rememberNothing(RequestCacheConfigurer<HttpSecurity> cache) {
        cache.requestCache(new NullRequestCache());
    }

    /** The container's sessions, which would end with the node, are not used: see {@link StoredSessions}. */
    private static void keepNothingInMemory(SessionManagementConfigurer<HttpSecurity> session) {
        session.sessionCreationPolicy(SessionCreationPolicy.STATELESS);
    }

    /** Under the name by which Spring MVC looks for it. */
    @Bean
    SessionNotes flashMapManager(Ticker ticker) {
        return new SessionNotes(SessionMark::idOf, ticker);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
