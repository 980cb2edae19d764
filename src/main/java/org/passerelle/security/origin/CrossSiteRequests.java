package org.passerelle.security.origin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Tells requests that a page of another site made a browser send: by Fetch Metadata (W3C, the headers {@code Sec-Fetch-*}) and by
 * {@code Origin} (RFC 6454 section 7). Programs send neither. A site of the same registrable domain is another site too: who runs
 * it need not run this one.
 */
@Component
public class CrossSiteRequests {

    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final OwnOrigins origins;

    CrossSiteRequests(OwnOrigins origins) {
        this.origins = origins;
    }

    /** Whether this request may change something and comes from another site, or from a sandbox that will not say which. */
    public boolean isForeignWrite(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && (isOfAnotherSite(request) || hasForeignOrigin(request));
    }

    /** Whether another site fetches or embeds something. A link that somebody followed is not meant. */
    public boolean isForeignRead(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                && (hasForeignOrigin(request) || (isOfAnotherSite(request) && !isFollowedLink(request)));
    }

    /** As {@link #isForeignWrite} where pages send no referrer, and with it no {@code Origin} that could be compared. */
    public boolean isWriteOfAnotherSite(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && isOfAnotherSite(request);
    }

    /** Whether another site sent the browser here without the visitor pressing anything; some webmail does. */
    public boolean isUnasked(HttpServletRequest request) {
        return isOfAnotherSite(request) && request.getHeader("Sec-Fetch-User") == null;
    }

    private static boolean isOfAnotherSite(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(SITE))
                .filter(site -> !OWN.contains(site))
                .isPresent();
    }

    private boolean hasForeignOrigin(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN))
                .filter(origin -> !origins.contain(origin, request))
                .isPresent();
    }

    private static boolean isFollowedLink(HttpServletRequest request) {
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
