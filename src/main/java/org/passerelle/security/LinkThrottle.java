package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.passerelle.platform.net.ClientAddress;
import org.passerelle.security.origin.CrossSiteRequests;
import org.passerelle.security.throttle.FixedWindowLimit;
import org.passerelle.security.throttle.TooManyAttempts;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts addresses that lead nowhere, where the address is a secret that lets in, by family (the first part of the path) and
 * client; after too many nothing is looked up in this family for it, until the minute ends. What the page of another site embeds,
 * fetches or posts (W3C Fetch Metadata) is refused without being looked up or counted, so such a page neither tries out links
 * through a visitor's browser nor uses up the visitor's tries. Where it sends the whole browser on without a click of the
 * visitor's, that is looked up, for webmail does so too, but has a count of its own.
 */
final class LinkThrottle extends OncePerRequestFilter {

    private static final Set<String> FAMILIES = Set.of(
            "join",
            "answer",
            "decide",
            "reply",
            "guest",
            "instead",
            "unsubscribe",
            "check-in",
            "new-password",
            "feeds",
            "freebusy");
    private static final String RESERVATIONS = "/integrations/jitsi/reservations/";

    private final FixedWindowLimit dead;
    private final CrossSiteRequests crossSite;
    private final ProblemResponses problems;

    LinkThrottle(FixedWindowLimit dead, CrossSiteRequests crossSite, ProblemResponses problems) {
        this.dead = dead;
        this.crossSite = crossSite;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isReservation(request) && !FAMILIES.contains(familyOf(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (crossSite.isForeignRead(request) || crossSite.isWriteOfAnotherSite(request)) {
            problems.handle(request, response, new AccessDeniedException("Sent by a page of another site"));
            return;
        }
        String key = familyOf(request)
                + (crossSite.isUnasked(request) ? " unasked " : " ")
                + ClientAddress.of(request.getRemoteAddr()).subscriber();
        try {
            dead.requireRoom(key);
        } catch (TooManyAttempts e) {
            problems.commence(request, response, e);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_NOT_FOUND
                || response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            dead.count(key);
        }
    }

    /** Not of the other integrations: the pages of Jitsi's server fetch from them, and have a signed token or count themselves. */
    private static boolean isReservation(HttpServletRequest request) {
        return request.getServletPath().startsWith(RESERVATIONS);
    }

    private static String familyOf(HttpServletRequest request) {
        String path = request.getServletPath();
        String below = path.startsWith("/api/v1/") ? path.substring("/api/v1".length()) : path;
        int end = below.indexOf('/', 1);
        return below.substring(Math.min(1, below.length()), end < 0 ? below.length() : end);
    }
}
