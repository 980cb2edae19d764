package org.passerelle.security;

import org.passerelle.security.throttle.GuessLimits;
import org.passerelle.security.throttle.PasswordSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks what the sign-in form sends. */
@Component
class FormCredentials implements AuthenticationProvider {

    private final GuessLimits limits;

    FormCredentials(GuessLimits limits) {
        this.limits = limits;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (!(attempt.getDetails() instanceof PasswordSource source)) {
            throw new IllegalArgumentException("An attempt without a client");
        }
        return limits.atTheForm()
                .check(source, attempt.getName(), String.valueOf(attempt.getCredentials()))
                .map(PersonAuthentication::new)
                .orElseThrow(() -> new BadCredentialsException("Wrong e-mail address or password"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
