package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.security.PasskeySignIn.PasskeyRefused;
import org.passerelle.security.session.ReturnPath;
import org.passerelle.security.throttle.KnownDevices;
import org.passerelle.security.throttle.TooManyAttempts;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Where people get to from the sign-in form: to the page they wanted, or back to the form. */
final class FormOutcomes implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final String signIn;
    private final KnownDevices devices;
    private final ProblemResponses problems;

    FormOutcomes(String signIn, KnownDevices devices, ProblemResponses problems) {
        this.signIn = signIn;
        this.devices = devices;
        this.problems = problems;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication instanceof PersonAuthentication known)) {
            throw new IllegalArgumentException("Nobody has signed in");
        }
        Person person = known.getPrincipal().person();
        TriedAddress.forget(request, response);
        devices.remember(request, response, person.email().value());
        response.sendRedirect(request.getContextPath()
                + wanted(request).map(ReturnPath::value).orElse("/"));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        if (e instanceof TooManyAttempts) {
            problems.commence(request, response, e);
        } else {
            if (!(e instanceof PasskeyRefused)) {
                TriedAddress.keep(request, response);
            }
            String again = request.getContextPath() + signIn + (e instanceof PasskeyRefused ? "?passkey" : "?error");
            response.sendRedirect(
                    wanted(request).map(next -> next.appendTo(again)).orElse(again));
        }
    }

    private static Optional<ReturnPath> wanted(HttpServletRequest request) {
        return ReturnPath.of(request.getParameter(ReturnPath.PARAMETER));
    }
}
