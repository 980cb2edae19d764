package org.passerelle.security.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
