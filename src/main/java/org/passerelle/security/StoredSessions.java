package org.passerelle.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.passerelle.account.session.BrowserSession;
import org.passerelle.account.session.BrowserSessions;
import org.passerelle.account.session.BrowserSessions.Begun;
import org.passerelle.account.session.SignedIn;
import org.passerelle.account.signin.SignIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, by the cookie of a session that all nodes know. The account is read anew at each request, so that a changed
 * role counts at once and a removed account or a new password ends the session, as does its owner from another browser. Nothing
 * is looked up for what anybody may have.
 */
@Component
final class StoredSessions implements SecurityContextRepository {

    static final String COOKIE = "session";

    private final BrowserSessions sessions;
    private final SignIn signIn;

    StoredSessions(BrowserSessions sessions, SignIn signIn) {
        this.sessions = sessions;
        this.signIn = signIn;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new OnDemand(() -> context(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder requestAndResponse) {
        return context(requestAndResponse.getRequest());
    }

    private SecurityContext context(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        cookies(request)
                .flatMap(cookie -> sessions.find(cookie).stream())
                .flatMap(session -> known(session, request).stream())
                .findFirst()
                .map(PersonAuthentication::new)
                .ifPresent(context::setAuthentication);
        return context;
    }

    private Optional<SignedIn> known(BrowserSession session, HttpServletRequest request) {
        Optional<SignedIn> known = signIn.withSession(session);
        if (known.isPresent()) {
            SessionMark.set(request, session.id());
        } else {
            sessions.forget(session.id());
        }
        return known;
    }

    /**
     * Begins a session for whoever has just signed in, and ends the one that was there: each has one of their own, under a secret
     * that nobody could have known before. Without anybody in the context it ends.
     */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        cookies(request).flatMap(cookie -> sessions.find(cookie).stream()).forEach(each -> sessions.forget(each.id()));
        SessionMark.remove(request);
        if (context.getAuthentication() instanceof PersonAuthentication person) {
            SignedIn who = person.getPrincipal();
            String browser = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
            Begun begun = sessions.begin(who.person().id(), who.stamp(), browser);
            SessionMark.set(request, begun.id());
            write(begun.cookie(), Duration.ofSeconds(-1), request, response);
        } else if (containsContext(request)) {
            write("", Duration.ZERO, request, response);
        }
    }

    /** The browser forgets it when it is closed, and does not send it along when another site posts to this one. */
    private static void write(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + "/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookies(request).findAny().isPresent();
    }

    private static Stream<String> cookies(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        return all == null
                ? Stream.empty()
                : Arrays.stream(all)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        // Another host of the domain can have put some beside ours, and no more than a few are looked
                        // at.
                        .limit(3);
    }

    /** Looked up when it is first asked for. */
    private static final class OnDemand implements DeferredSecurityContext {

        private final Supplier<SecurityContext> found;
        private SecurityContext context = new SecurityContextImpl();
        private boolean isKnown;

        OnDemand(Supplier<SecurityContext> found) {
            this.found = found;
        }

        @Override
        public SecurityContext get() {
            if (!isKnown) {
                context = found.get();
                isKnown = true;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
