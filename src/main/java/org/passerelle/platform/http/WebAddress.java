package org.passerelle.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Addresses that people give us to be asked at: the rules that can be judged without asking. */
public final class WebAddress {

    /** In UTF-16 units. */
    public static final int LONGEST = 2_000;

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;

    private WebAddress() {}

    /**
     * An absolute address of http or https.
     *
     * @throws IllegalArgumentException if it is none, names no host or no port that there is, or holds a password
     */
    public static URI parse(String text) {
        try {
            URI uri = new URI(text);
            if (text.length() > LONGEST
                    || uri.getScheme() == null
                    || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    || uri.getHost() == null
                    || uri.getPort() == 0
                    || uri.getPort() > LAST_PORT
                    || uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException("Not an address of the web");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not an address of the web", e);
        }
    }
}
