package org.passerelle.platform.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request comes from: by HTTP what the servlet request says, which is already what a trusted proxy told (see
 * {@link TrustedProxies}); by SMTP the peer of the connection. Limits are counted by {@link #subscriber()}.
 */
public record ClientAddress(InetAddress ip) {

    /** Those of whom no address is known are counted as one. */
    private static final ClientAddress UNKNOWN =
            new ClientAddress(IpLiteral.parse("0.0.0.0").orElseThrow());

    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\](:\\d{1,5})?");
    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([0-9.]+):\\d{1,5}");
    private static final int BYTES_OF_A_SUBSCRIBER = 8;

    /** The one that {@code text} writes out, as a container or a connection gives it; the unknown one if it is none. */
    public static ClientAddress of(String text) {
        return parse(text).orElse(UNKNOWN);
    }

    /** As proxies write it (RFC 7239 section 6): in brackets or not, with a port or not; a zone is left out. */
    static Optional<ClientAddress> parse(String text) {
        String address = withoutPort(text.strip());
        int zone = address.indexOf('%');
        return IpLiteral.parse(zone < 0 ? address : address.substring(0, zone)).map(ClientAddress::new);
    }

    private static String withoutPort(String address) {
        if (address.indexOf(':') < 0 && address.indexOf('[') < 0) {
            // Bare IPv4, as most are; every request asks more than once.
            return address;
        }
        Matcher bracketed = BRACKETED.matcher(address);
        if (bracketed.matches()) {
            return bracketed.group(1);
        }
        Matcher withPort = IPV4_WITH_PORT.matcher(address);
        return withPort.matches() ? withPort.group(1) : address;
    }

    /** One IPv4 address, or the /64 network that one subscriber of IPv6 owns: changing the rest of it costs nothing. */
    public String subscriber() {
        return ip instanceof Inet6Address
                ? HexFormat.of().formatHex(ip.getAddress(), 0, BYTES_OF_A_SUBSCRIBER) + "/64"
                : ip.getHostAddress();
    }

    /** The address itself, IPv6 in full and without a zone. */
    public String text() {
        return ip.getHostAddress();
    }
}
