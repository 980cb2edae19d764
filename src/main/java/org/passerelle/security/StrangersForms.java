package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.passerelle.security.session.KeptForms;
import org.passerelle.security.session.ReturnPath;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses the forms of people who have not signed in, or no longer are, without looking for a CSRF token in them. Only the forms by
 * which they sign in are taken. One that a page of ours has sent is kept, and they are asked to sign in again; nothing is done
 * before they have, and have pressed once more. What cannot be kept leads back to its page.
 */
final class StrangersForms extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final String signIn;
    private final KeptForms kept;
    private final AccessDeniedHandler denied;

    StrangersForms(String signIn, KeptForms kept, AccessDeniedHandler denied) {
        this.signIn = signIn;
        this.kept = kept;
        this.denied = denied;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isTaken = READING.contains(request.getMethod())
                || request.getRequestURI().equals(signIn)
                || request.getRequestURI().equals(signIn + PasskeySignIn.PATH)
                || SecurityContextHolder.getContext().getAuthentication() != null;
        if (isTaken) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ReturnPath> next = kept.keep(request);
        Optional<ReturnPath> page = KeptForms.pageOf(request);
        String target = request.getContextPath() + signIn;
        if (next.isPresent()) {
            SignInEntryPoint.send(request, response, target + "?ended", next);
        } else if (page.isPresent()) {
            SignInEntryPoint.send(request, response, target, page);
        } else {
            denied.handle(request, response, new AccessDeniedException("Nobody is signed in"));
        }
    }
}
