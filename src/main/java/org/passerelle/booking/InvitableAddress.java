package org.passerelle.booking;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.account.EmailAddress;

/**
 * Which addresses may be invited: those whose domain can be somebody's on the public Internet. Mail to any other would be
 * delivered to the mail server's own machine or network, on the word of whoever may book a room. The one place that decides it.
 */
public final class InvitableAddress {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /** Two labels at least, of which the last is no number: neither a host of the own network nor an IP address. */
    private static final Pattern DOMAIN =
            Pattern.compile("(?:" + LABEL + "\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,57}[a-z0-9])");

    private static final int LONGEST_DOMAIN = 253;

    /**
     * Top labels that mean the own machine or network, or nothing at all: special-use names (RFC 6761, RFC 6762, RFC 7686,
     * RFC 9476), {@code internal}, which ICANN keeps for private use, and those that private networks have taken for themselves
     * so often that they are given to nobody. Names for documentation and tests stay: they reach nobody either, but harm nobody.
     */
    private static final Set<String> PRIVATE_TOPS = Set.of(
            "localhost",
            "local",
            "localdomain",
            "internal",
            "intranet",
            "lan",
            "home",
            "corp",
            "private",
            "invalid",
            "onion",
            "alt",
            "arpa");

    private InvitableAddress() {}

    public static boolean is(EmailAddress address) {
        String text = address.value();
        return isPublic(text.substring(text.lastIndexOf('@') + 1));
    }

    private static boolean isPublic(String domain) {
        try {
            String ascii = IDN.toASCII(domain).toLowerCase(Locale.ROOT);
            return ascii.length() <= LONGEST_DOMAIN
                    && DOMAIN.matcher(ascii).matches()
                    && !PRIVATE_TOPS.contains(ascii.substring(ascii.lastIndexOf('.') + 1));
        } catch (IllegalArgumentException noDomain) {
            return false;
        }
    }
}
