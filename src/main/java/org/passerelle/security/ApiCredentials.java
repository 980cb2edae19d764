package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.passerelle.account.SignIn;
import org.passerelle.account.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads {@code Authorization}: Basic (RFC 7617, UTF-8) and Bearer (RFC 6750). Wrong credentials are refused on public paths
 * too; none at all leave the request anonymous. Nothing is kept between requests.
 */
final class ApiCredentials extends OncePerRequestFilter {

    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final SignIn signIn;
    private final SignInFailures failures;
    private final ProblemResponses problems;

    ApiCredentials(SignIn signIn, SignInFailures failures, ProblemResponses problems) {
        this.signIn = signIn;
        this.failures = failures;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new PersonAuthentication(whoever(header, request.getRemoteAddr())));
            SecurityContextHolder.setContext(context);
        } catch (AuthenticationException e) {
            SecurityContextHolder.clearContext();
            problems.commence(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private SignedIn whoever(String header, String address) {
        if (startsWith(header, BEARER)) {
            String token = header.substring(BEARER.length()).trim();
            // A known token passes however many guesses came from its address: nobody guesses 256 bits.
            return signIn.withToken(token).orElseThrow(() -> refusal(address, ""));
        }
        if (!startsWith(header, BASIC)) {
            throw refusal(address, "");
        }
        String[] pair = pair(header.substring(BASIC.length()).trim());
        failures.requireFew(address, pair[0]);
        return signIn.withPassword(pair[0], pair[1]).orElseThrow(() -> refusal(address, pair[0]));
    }

    private AuthenticationException refusal(String address, String account) {
        failures.requireFew(address, account);
        failures.add(address, account);
        return new BadCredentialsException("Wrong credentials");
    }

    /** Name and password; empty when the header makes no sense, which no account has. */
    private static String[] pair(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0
                    ? new String[] {"", ""}
                    : new String[] {decoded.substring(0, colon), decoded.substring(colon + 1)};
        } catch (IllegalArgumentException e) {
            return new String[] {"", ""};
        }
    }

    private static boolean startsWith(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
