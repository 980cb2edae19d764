package org.passerelle.security.origin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses with 403 what another site made a browser do with somebody's credentials, before these are looked at: so a page cannot
 * use up somebody's sign-in attempts either.
 */
public final class CrossSiteFilter extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";

    private final Predicate<HttpServletRequest> refused;
    private final AccessDeniedHandler denied;

    private CrossSiteFilter(Predicate<HttpServletRequest> refused, AccessDeniedHandler denied) {
        this.refused = refused;
        this.denied = denied;
    }

    /**
     * For what programs call. A browser remembers Basic credentials and adds them to whatever it sends here; a Bearer token is
     * added by a program only, which a browser does not let another site run here.
     */
    public static CrossSiteFilter forPrograms(CrossSiteRequests requests, AccessDeniedHandler denied) {
        return new CrossSiteFilter(
                request -> isAmbient(request) && (requests.isForeignWrite(request) || requests.isForeignRead(request)),
                denied);
    }

    /** For pages, on top of the tokens in their forms. */
    public static CrossSiteFilter forPages(CrossSiteRequests requests, AccessDeniedHandler denied) {
        return new CrossSiteFilter(requests::isForeignWrite, denied);
    }

    /** For pages that tell nobody their address, so that the browser tells no origin. */
    public static CrossSiteFilter forPagesWithoutReferrer(CrossSiteRequests requests, AccessDeniedHandler denied) {
        return new CrossSiteFilter(requests::isWriteOfAnotherSite, denied);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (refused.test(request)) {
            denied.handle(request, response, new AccessDeniedException("Sent by a page of another site"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isAmbient(HttpServletRequest request) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        return credentials != null && !credentials.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }
}
