package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Stands on a request for the session that it belongs to. */
public final class SessionMark {

    private static final String NAME = SessionMark.class.getName();

    private SessionMark() {}

    /** The id of the session that a request belongs to; empty if it belongs to none in which somebody is signed in. */
    public static Optional<String> idOf(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(NAME));
    }

    static void set(HttpServletRequest request, String id) {
        request.setAttribute(NAME, id);
    }

    static void remove(HttpServletRequest request) {
        request.removeAttribute(NAME);
    }
}
