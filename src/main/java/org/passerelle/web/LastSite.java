package org.passerelle.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Which site a browser looked at last, kept in a cookie. */
@Component
public class LastSite {

    private static final String NAME = "site";
    private static final Duration KEPT = Duration.ofDays(365);

    /** The site named, otherwise the one looked at last, otherwise the first; empty if the name is of no site. */
    public Optional<Site> choose(@Nullable String named, HttpServletRequest request, Directory directory) {
        if (named != null) {
            return site(named, directory);
        }
        return remembered(request, directory)
                .or(() -> directory.sites().stream().findFirst());
    }

    /** The site looked at last; empty in a browser that has looked at none. */
    public Optional<Site> remembered(HttpServletRequest request, Directory directory) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return Optional.ofNullable(cookie).flatMap(last -> site(last.getValue(), directory));
    }

    public void remember(Site site, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, site.id().value())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Optional<Site> site(String name, Directory directory) {
        return Slug.isSlug(name) ? directory.site(new SiteId(name)) : Optional.empty();
    }
}
