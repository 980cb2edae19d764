package org.passerelle.mail.optout;

import java.net.IDN;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.Proofs;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * The link by which an address says that it wants no mail. It names the address by 128 bits that only the installation's secret
 * makes of it, and proves by as many more that it was handed out; the address itself is neither in it nor stored.
 */
@Component
public class OptOutLinks {

    private static final Pattern TOKEN =
            Pattern.compile("([a-z2-7]{" + Proofs.LONG + "})-([a-z2-7]{" + Proofs.LONG + "})");

    private final Proofs proofs;
    private final PublicUrl publicUrl;

    OptOutLinks(Supplier<byte[]> key, PublicUrl publicUrl) {
        this.proofs = new Proofs(key);
        this.publicUrl = publicUrl;
    }

    public URI of(EmailAddress address) {
        String name = name(address);
        return publicUrl.link("/unsubscribe/" + name + "-" + proof(name));
    }

    /**
     * What mail programs make their own button of, which posts to the link (RFC 2369 section 3.2, RFC 8058 section 3.1).
     *
     * @param link see {@link #of}
     */
    public static Map<String, String> headers(URI link) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("List-Unsubscribe", "<" + link + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return headers;
    }

    /** By what the address is known here, however its domain is written. */
    String name(EmailAddress address) {
        return proofs.of(Proofs.LONG, "OPT_OUT", ascii(address.value()).toLowerCase(Locale.ROOT));
    }

    /** The name that {@code token} tells; empty if we never handed it out. */
    Optional<String> name(String token) {
        Matcher parts = TOKEN.matcher(token.toLowerCase(Locale.ROOT));
        return parts.matches() && Proofs.equal(proof(parts.group(1)), parts.group(2))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }

    /** With its domain as mail servers know it (RFC 5891), if it can be written so. */
    private static String ascii(String address) {
        int domain = address.lastIndexOf('@') + 1;
        try {
            return address.substring(0, domain) + IDN.toASCII(address.substring(domain));
        } catch (IllegalArgumentException noSuchDomain) {
            return address;
        }
    }

    private String proof(String name) {
        return proofs.of(Proofs.LONG, "OPT_OUT_LINK", name);
    }
}
