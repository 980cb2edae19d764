package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * The requests of calendar programs (RFC 4918, RFC 4791). Their methods are theirs on every path: a program that looks for its
 * calendars also asks {@code /} and {@code /principals/}, and a form to sign in with would be the end of its search.
 */
final class DavRequests {

    /** All that the server takes; those that are not for calendars are refused by what they are sent to. */
    static final Set<String> METHODS = Set.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "PROPFIND",
            "PROPPATCH",
            "REPORT",
            "MKCALENDAR",
            "MKCOL",
            "COPY",
            "MOVE",
            "LOCK",
            "UNLOCK",
            "ACL",
            "SEARCH");

    private static final Set<String> OF_THE_WEB = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String WELL_KNOWN = "/.well-known/caldav";

    private DavRequests() {}

    static boolean isOne(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/dav")
                || path.startsWith("/dav/")
                || isDiscovery(request)
                || !OF_THE_WEB.contains(request.getMethod());
    }

    /** Where programs ask before they know whether there are calendars at all (RFC 6764 section 5): nobody need sign in. */
    static boolean isDiscovery(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(WELL_KNOWN) || path.equals(WELL_KNOWN + "/");
    }
}
