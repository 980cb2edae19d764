package org.passerelle.platform.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses of hosts, and none if one of them is not on the public Internet. The client connects to exactly the
 * addresses that are found here, so a name that means something else a moment later changes nothing; and a number is read
 * here, once, in all the forms in which resolvers read it.
 */
public final class PublicAddresses implements DnsResolver {

    private final boolean allowsPrivate;

    /** @param allowsPrivate whether addresses of this machine and its own network will do as well */
    public PublicAddresses(boolean allowsPrivate) {
        this.allowsPrivate = allowsPrivate;
    }

    /** Thrown for an address that must not be fetched from. */
    public static final class PrivateAddress extends UnknownHostException {

        private static final long serialVersionUID = 1;

        PrivateAddress() {
            super("Not on the public Internet");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        Optional<InetAddress> number = NumericHost.read(host);
        InetAddress[] found =
                number.isPresent() ? new InetAddress[] {number.get()} : SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!allowsPrivate && !Arrays.stream(found).allMatch(PublicAddresses::isPublic)) {
            throw new PrivateAddress();
        }
        return Arrays.copyOf(found, Math.min(found.length, ExchangeLimits.MOST_ADDRESSES));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Whether {@code address} is one of the public Internet (RFC 6890), and none that stands for another one. */
    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    /** Special ranges of RFC 6890 that Java has no word for. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        boolean sharedByProviders = first == 100 && second >= 64 && second < 128;
        boolean protocols = first == 192 && second == 0 && third == 0;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean documents = (first == 192 && second == 0 && third == 2)
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 224 && !sharedByProviders && !protocols && !benchmarks && !documents;
    }

    /** Only what is global unicast, and no form of it that hides an address of version 4. */
    private static boolean isPublic6(byte[] bytes) {
        boolean globalUnicast = (bytes[0] & 0xE0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredoOrDocuments = bytes[0] == 0x20
                && bytes[1] == 0x01
                && ((bytes[2] == 0 && bytes[3] == 0) || (bytes[2] == 0x0D && (bytes[3] & 0xFF) == 0xB8));
        return globalUnicast && !sixToFour && !teredoOrDocuments;
    }
}
