package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses the forms of people who have not signed in, or no longer are, without looking for a CSRF token in them: for that the
 * whole form would have to be waited for. Only the form by which they sign in is taken.
 */
final class StrangersForms extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final String signIn;
    private final AccessDeniedHandler denied;

    StrangersForms(String signIn, AccessDeniedHandler denied) {
        this.signIn = signIn;
        this.denied = denied;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isTaken = READING.contains(request.getMethod())
                || request.getRequestURI().equals(signIn)
                || SecurityContextHolder.getContext().getAuthentication() != null;
        if (isTaken) {
            chain.doFilter(request, response);
        } else {
            denied.handle(request, response, new AccessDeniedException("Nobody is signed in"));
        }
    }
}
