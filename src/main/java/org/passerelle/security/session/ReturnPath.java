package org.passerelle.security.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The page to go to after signing in, which travels along in the address and the form of the sign-in page. Only a page of this
 * installation: a path from its root, without a host, so that nobody is led elsewhere.
 *
 * @param value path and query, as they stand in an address
 */
public record ReturnPath(String value) {

    /** The field of the form, and of the address of its page. */
    public static final String PARAMETER = "next";

    private static final int LONGEST = 1000;

    /** Empty for whatever is no such path, or is longer than 1,000 characters. */
    public static Optional<ReturnPath> of(@Nullable String text) {
        if (text == null || text.length() > LONGEST || !text.startsWith("/") || !isOwnPath(text)) {
            return Optional.empty();
        }
        return Optional.of(new ReturnPath(text));
    }

    /** The page on which something was pressed, as the browser tells; htmx tells it in a header of its own. */
    public static Optional<ReturnPath> ofPage(HttpServletRequest request) {
        return Stream.of("HX-Current-URL", HttpHeaders.REFERER)
                .map(request::getHeader)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(ReturnPath::ofAddress);
    }

    /** Without the host: wherever the page was, only a path of this installation is led to. */
    private static Optional<ReturnPath> ofAddress(String address) {
        try {
            URI uri = new URI(address);
            String query = uri.getRawQuery();
            return of(uri.getRawPath() + (query == null ? "" : "?" + query));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Browsers take a backslash for a slash, and two slashes for the beginning of a host. */
    private static boolean isOwnPath(String text) {
        if (text.startsWith("//") || text.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '\\')) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return uri.getScheme() == null && uri.getRawAuthority() == null && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** {@code page} with this in its query. */
    public String appendTo(String page) {
        char separator = page.indexOf('?') < 0 ? '?' : '&';
        return page + separator + PARAMETER + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
