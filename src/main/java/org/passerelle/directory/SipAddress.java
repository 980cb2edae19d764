package org.passerelle.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device or a conference is called by SIP: the parts of a SIP URI (RFC 3261 section 19.1) that dialling needs.
 *
 * @param port empty when it is the usual one of the transport
 */
public record SipAddress(String user, String host, Optional<Integer> port, Transport transport) {

    private static final String HOST_NAME = "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._+*-]{1,64}");
    private static final Pattern HOST = Pattern.compile(HOST_NAME);
    private static final Pattern FORM = Pattern.compile(
            "(?:sip:)?(" + USER + ")@(" + HOST_NAME + ")(?::([0-9]{1,5}))?(?:;transport=(udp|tcp))?",
            Pattern.CASE_INSENSITIVE);

    /** How it is asked whether anybody is there. */
    public enum Transport {
        UDP,
        TCP
    }

    /** @throws IllegalArgumentException if a part is not of its form */
    public SipAddress {
        if (!USER.matcher(user).matches() || !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("Not a SIP address: " + user + "@" + host);
        }
        if (port.filter(number -> number < 1 || number > 65_535).isPresent()) {
            throw new IllegalArgumentException("A port is a number from 1 to 65535");
        }
    }

    /**
     * Reads {@code salle@sip.example.org}, with a port and {@code ;transport=tcp} where they are said; UDP if none is.
     *
     * @throws IllegalArgumentException if {@code text} is no such address
     */
    public static SipAddress parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a SIP address: " + text);
        }
        return new SipAddress(
                parts.group(1),
                parts.group(2).toLowerCase(Locale.ROOT),
                Optional.ofNullable(parts.group(3)).map(Integer::valueOf),
                "tcp".equalsIgnoreCase(parts.group(4)) ? Transport.TCP : Transport.UDP);
    }

    /** The URI to dial, such as {@code sip:salle@sip.example.org}. */
    public String uri() {
        return "sip:" + this;
    }

    /** As people write it, without the scheme. */
    @Override
    public String toString() {
        return user
                + "@"
                + host
                + port.map(number -> ":" + number).orElse("")
                + (transport == Transport.TCP ? ";transport=tcp" : "");
    }
}
