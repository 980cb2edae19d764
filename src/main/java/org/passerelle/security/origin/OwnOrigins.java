package org.passerelle.security.origin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * The origins (RFC 6454) that are this installation itself: that of the public URL, and the one under which a request came, whose
 * host is known to be {@link AllowedHosts ours}.
 */
@Component
public class OwnOrigins {

    private final PublicUrl publicUrl;

    OwnOrigins(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** @param origin the value of the header {@code Origin}; the word {@code null} is nobody's */
    public boolean contain(String origin, HttpServletRequest request) {
        String told = origin.strip().toLowerCase(Locale.ROOT);
        URI base = publicUrl.base();
        return told.equals(text(base.getScheme(), String.valueOf(base.getHost()), base.getPort()))
                || told.equals(text(request.getScheme(), request.getServerName(), request.getServerPort()));
    }

    private static String text(String scheme, String host, int port) {
        boolean usual = port < 0 || port == (scheme.equalsIgnoreCase("https") ? 443 : 80);
        return (scheme + "://" + host + (usual ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }
}
