package org.passerelle.security.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Ends the oldest session of whoever begins one too many, and the oldest of all when there are too many in all. A session takes
 * about 14 kB.
 */
@Component
public class SessionLimit implements HttpSessionListener {

    static final int FOR_ONE_PERSON = 20;
    static final int IN_ALL = 5_000;

    private final Map<String, Begun> sessions = new LinkedHashMap<>();

    private record Begun(String person, HttpSession session) {}

    /** @param person whose sessions are counted together */
    public void began(String person, HttpSession session) {
        tooMany(person, session).forEach(SessionLimit::end);
    }

    private synchronized List<HttpSession> tooMany(String person, HttpSession session) {
        sessions.put(session.getId(), new Begun(person, session));
        List<HttpSession> own = sessions.values().stream()
                .filter(begun -> begun.person.equals(person))
                .map(Begun::session)
                .toList();
        List<HttpSession> ended = new ArrayList<>(own.subList(0, Math.max(0, own.size() - FOR_ONE_PERSON)));
        sessions.values().stream()
                .map(Begun::session)
                .limit(Math.max(0, sessions.size() - IN_ALL))
                .forEach(ended::add);
        // By themselves: one that has ended unheard must not be counted for ever, at the cost of others.
        sessions.values().removeIf(begun -> ended.contains(begun.session));
        return ended;
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession().getId());
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            // It ended by itself meanwhile.
        }
    }
}
