package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.session.BrowserSessions;
import org.passerelle.account.session.SignedIn;
import org.passerelle.account.signin.SignIn;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the account of a session anew at each request, so that a changed role counts at once and a removed account or a new
 * password ends the session, as does its owner from another browser.
 */
final class SessionRenewal extends OncePerRequestFilter {

    private final SignIn signIn;
    private final BrowserSessions sessions;

    SessionRenewal(SignIn signIn, BrowserSessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication session) {
            HttpSession own = request.getSession(false);
            Optional<SignedIn> now =
                    signIn.again(session.getPrincipal()).filter(each -> SessionMark.isOpen(own, sessions));
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            now.map(PersonAuthentication::new).ifPresent(context::setAuthentication);
            SecurityContextHolder.setContext(context);
            if (now.isEmpty()) {
                end(own);
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(@Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }
}
