package org.passerelle.security;

import org.passerelle.account.SignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks what the sign-in form sends. */
@Component
class FormCredentials implements AuthenticationProvider {

    private final SignIn signIn;
    private final SignInFailures failures;

    FormCredentials(SignIn signIn, SignInFailures failures) {
        this.signIn = signIn;
        this.failures = failures;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = addressOf(attempt);
        failures.requireFew(address, attempt.getName());
        return signIn.withPassword(attempt.getName(), String.valueOf(attempt.getCredentials()))
                .map(PersonAuthentication::new)
                .orElseThrow(() -> {
                    failures.add(address, attempt.getName());
                    return new BadCredentialsException("Wrong e-mail address or password");
                });
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private static String addressOf(Authentication attempt) {
        if (attempt.getDetails() instanceof WebAuthenticationDetails details) {
            return details.getRemoteAddress();
        }
        throw new IllegalArgumentException("An attempt without a client address");
    }
}
