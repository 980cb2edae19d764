package org.passerelle.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host that is a number, as resolvers of the C library read it ({@code inet_aton} of POSIX): one to four parts, decimal,
 * octal after {@code 0} or hexadecimal after {@code 0x}, of which the last fills what the others leave. So {@code 0177.0.0.1},
 * {@code 0x7f.1} and {@code 2130706433} are {@code 127.0.0.1}, whatever a parser of another kind makes of them.
 */
final class NumericHost {

    private static final Pattern PART = Pattern.compile("0[xX][0-9a-fA-F]{0,8}|[0-9]{1,12}");
    private static final int MOST_PARTS = 4;

    private NumericHost() {}

    /**
     * The address that {@code host} is; empty if its last part is no number, so that it is a name, and for one of
     * version 6, of which there is one form only.
     *
     * @throws UnknownHostException if it ends like a number and is none
     */
    static Optional<InetAddress> read(String host) throws UnknownHostException {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String[] parts = bare.split("\\.", -1);
        if (bare.isEmpty()
                || bare.contains(":")
                || !PART.matcher(parts[parts.length - 1]).matches()) {
            return Optional.empty();
        }
        if (parts.length > MOST_PARTS) {
            throw new UnknownHostException("No address: " + host);
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            int bits = last ? Byte.SIZE * (MOST_PARTS - i) : Byte.SIZE;
            address = address << bits | number(host, parts[i], bits);
        }
        return Optional.of(InetAddress.getByAddress(
                host,
                new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address}));
    }

    private static long number(String host, String part, int bits) throws UnknownHostException {
        try {
            if (!PART.matcher(part).matches()) {
                throw new NumberFormatException(part);
            }
            long value = value(part);
            if (value >>> bits != 0) {
                throw new NumberFormatException(part);
            }
            return value;
        } catch (NumberFormatException e) {
            UnknownHostException none = new UnknownHostException("No address: " + host);
            none.initCause(e);
            throw none;
        }
    }

    private static long value(String part) {
        boolean hexadecimal = part.length() > 1 && (part.charAt(1) == 'x' || part.charAt(1) == 'X');
        if (hexadecimal) {
            return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
        }
        return Long.parseLong(part, part.startsWith("0") ? 8 : 10);
    }
}
