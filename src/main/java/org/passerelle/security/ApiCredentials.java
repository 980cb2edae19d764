package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.passerelle.account.session.AccessTokens;
import org.passerelle.account.session.SignedIn;
import org.passerelle.account.signin.SignIn;
import org.passerelle.platform.net.ClientAddress;
import org.passerelle.security.throttle.GuessLimits;
import org.passerelle.security.throttle.PasswordSource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads {@code Authorization}: Basic (RFC 7617, UTF-8) with the password or a token of the account, and Bearer (RFC 6750). Wrong credentials are refused on public paths
 * too; none at all leave the request anonymous. Nothing is kept between requests.
 */
final class ApiCredentials extends OncePerRequestFilter {

    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final SignIn signIn;
    private final GuessLimits limits;
    private final ProblemResponses problems;

    ApiCredentials(SignIn signIn, GuessLimits limits, ProblemResponses problems) {
        this.signIn = signIn;
        this.limits = limits;
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
            SignedIn person = whoever(header, request.getRemoteAddr());
            if (signIn.mustChangePassword(person) && !changesPassword(request)) {
                problems.handle(request, response, new FirstPasswordUnchanged());
                return;
            }
            context.setAuthentication(new PersonAuthentication(person));
            SecurityContextHolder.setContext(context);
        } catch (AuthenticationException e) {
            SecurityContextHolder.clearContext();
            problems.commence(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean changesPassword(HttpServletRequest request) {
        return "PUT".equals(request.getMethod()) && "/api/v1/me/password".equals(request.getServletPath());
    }

    private SignedIn whoever(String header, String address) {
        if (startsWith(header, BEARER)) {
            String token = header.substring(BEARER.length()).trim();
            // A known token passes however many guesses came from its address: nobody guesses 256 bits.
            return signIn.withToken(token).orElseThrow(() -> unknownToken(address));
        }
        if (!startsWith(header, BASIC)) {
            throw unknownToken(address);
        }
        String[] pair = pair(header.substring(BASIC.length()).trim());
        if (pair[1].startsWith(AccessTokens.PREFIX)) {
            return signIn.withToken(pair[1])
                    .filter(owner -> owner.person().email().value().equalsIgnoreCase(pair[0].strip()))
                    .orElseThrow(() -> unknownToken(address));
        }
        return limits.atTheApi()
                .check(PasswordSource.of(address), pair[0], pair[1])
                .orElseThrow(() -> new BadCredentialsException("Wrong credentials"));
    }

    private AuthenticationException unknownToken(String address) {
        limits.tokens().take(ClientAddress.of(address).subscriber());
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
