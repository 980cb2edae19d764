package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.passerelle.account.passkey.PasskeyCeremonies;
import org.passerelle.account.signin.SignIn;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes what a browser's passkey has signed, sent as a form, and goes on as the form for passwords does. */
final class PasskeySignIn extends AbstractHttpConfigurer<PasskeySignIn, HttpSecurity> {

    /** Below the page of the form, as {@code signIn + PATH}. */
    static final String PATH = "/passkey";

    private static final String ANSWER = "credential";

    private final PasskeyFilter filter;

    PasskeySignIn(
            String signInPage,
            PasskeyCeremonies passkeys,
            SignIn signIn,
            FormOutcomes outcomes,
            SecurityContextRepository sessions) {
        this.filter = new PasskeyFilter(signInPage + PATH, passkeys, signIn);
        filter.setAuthenticationSuccessHandler(outcomes);
        filter.setAuthenticationFailureHandler(outcomes);
        filter.setSecurityContextRepository(sessions);
    }

    @Override
    public void configure(HttpSecurity http) {
        // Among others it changes the token of forms.
        Optional.ofNullable(http.getSharedObject(SessionAuthenticationStrategy.class))
                .ifPresent(filter::setSessionAuthenticationStrategy);
        http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
    }

    /** A passkey that is not known here, or was not signed with for us and now. */
    static final class PasskeyRefused extends AuthenticationException {

        private static final long serialVersionUID = 1;

        PasskeyRefused() {
            super("Not a passkey of anybody here");
        }
    }

    private static final class PasskeyFilter extends AbstractAuthenticationProcessingFilter {

        private final PasskeyCeremonies passkeys;
        private final SignIn signIn;

        PasskeyFilter(String path, PasskeyCeremonies passkeys, SignIn signIn) {
            super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path), unused());
            this.passkeys = passkeys;
            this.signIn = signIn;
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            return Optional.ofNullable(request.getParameter(ANSWER))
                    .flatMap(passkeys::signedInBy)
                    .flatMap(signIn::vouchedFor)
                    .map(PersonAuthentication::new)
                    .orElseThrow(PasskeyRefused::new);
        }

        /** The filter knows itself who somebody is. */
        private static AuthenticationManager unused() {
            return authentication -> {
                throw new IllegalStateException("A passkey is checked where it is taken");
            };
        }
    }
}
