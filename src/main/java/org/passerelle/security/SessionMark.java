package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.PersonId;
import org.passerelle.account.session.BrowserSessions;
import org.passerelle.platform.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/** Stands in the session of a browser for what {@link BrowserSessions} knows of it, and has that forgotten at its end. */
public final class SessionMark implements HttpSessionBindingListener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionMark.class);
    private static final String NAME = SessionMark.class.getName();

    private final BrowserSessions sessions;
    private final String id;

    private SessionMark(BrowserSessions sessions, String id) {
        this.sessions = sessions;
        this.id = id;
    }

    /** The id of the session that a request belongs to; empty if it belongs to none in which somebody is signed in. */
    public static Optional<String> idOf(HttpServletRequest request) {
        return of(request.getSession(false)).map(mark -> mark.id);
    }

    /**
     * Makes the session known in which {@code owner} has just signed in: before anything is asked in it, so that its owner can end
     * it from elsewhere even if nothing ever is.
     */
    static void set(HttpServletRequest request, BrowserSessions sessions, PersonId owner) {
        String browser = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        request.getSession().setAttribute(NAME, new SessionMark(sessions, sessions.begin(owner, browser)));
    }

    /** Whether {@code session} was not ended from elsewhere; one that is not known is not open. */
    static boolean isOpen(@Nullable HttpSession session, BrowserSessions sessions) {
        return of(session).filter(mark -> sessions.isOpen(mark.id)).isPresent();
    }

    private static Optional<SessionMark> of(@Nullable HttpSession session) {
        return session != null && session.getAttribute(NAME) instanceof SessionMark mark
                ? Optional.of(mark)
                : Optional.empty();
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        try {
            sessions.forget(id);
        } catch (RuntimeException e) {
            // It has ended all the same: what is left is a line in its owner's list, for half a day.
            StoreFailure.log(LOG, "The end of a session could not be noted", e);
        }
    }
}
