package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts addresses that lead nowhere, where the address is a secret that lets in, as failed sign-ins of the client; after
 * too many nothing is looked up for it any more.
 */
final class GuessedTokens extends OncePerRequestFilter {

    private final SignInFailures failures;
    private final ProblemResponses problems;

    GuessedTokens(SignInFailures failures, ProblemResponses problems) {
        this.failures = failures;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        try {
            failures.requireFew(address, "");
        } catch (TooManyAttempts e) {
            problems.commence(request, response, e);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
            failures.add(address, "");
        }
    }
}
