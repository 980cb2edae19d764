package org.passerelle.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as every mail server understands them, a dot-atom and a domain of letters and digits (RFC 5321 section 4.1.2). */
public final class MailAddress {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern PLAIN =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;

    private MailAddress() {}

    public static boolean isPlain(String address) {
        return address.length() <= LONGEST
                && address.indexOf('@') <= LONGEST_LOCAL
                && PLAIN.matcher(address).matches();
    }

    /** {@code address} with its domain in ASCII (RFC 5891); empty if it still is none that every server understands. */
    public static Optional<String> plain(String address) {
        int at = address.lastIndexOf('@');
        try {
            return Optional.of(address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)))
                    .filter(MailAddress::isPlain);
        } catch (IllegalArgumentException noSuchDomain) {
            return Optional.empty();
        }
    }
}
