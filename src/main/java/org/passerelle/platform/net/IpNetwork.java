package org.passerelle.platform.net;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A network of IPv4 or IPv6 (CIDR, RFC 4632 section 3.1). Whatever is in it agrees with {@code base} in the first
 * {@code prefix} bits.
 */
public record IpNetwork(InetAddress base, int prefix) {

    public IpNetwork {
        if (prefix < 0 || prefix > base.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(base.getHostAddress() + " has no prefix of " + prefix + " bits");
        }
    }

    /**
     * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32} or a single address.
     *
     * @throws IllegalArgumentException if it is neither; names are not looked up
     */
    public static IpNetwork of(String text) {
        String[] parts = text.strip().split("/", 2);
        Optional<InetAddress> base = IpLiteral.parse(parts[0]);
        if (base.isEmpty() || (parts.length == 2 && !parts[1].matches("\\d{1,3}"))) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is neither an IP address nor a network such as 192.0.2.0/24");
        }
        int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : base.get().getAddress().length * Byte.SIZE;
        return new IpNetwork(base.get(), prefix);
    }

    /** An address of the other family is in no network of this one. */
    public boolean contains(InetAddress address) {
        byte[] own = base.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
            int mask = prefix - bit >= Byte.SIZE ? 0xFF : 0xFF << (Byte.SIZE - (prefix - bit));
            if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask & 0xFF) != 0) {
                return false;
            }
        }
        return true;
    }
}
