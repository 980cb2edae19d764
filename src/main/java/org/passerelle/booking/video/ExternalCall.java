package org.passerelle.booking.video;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A conference that somebody else hosts, by the ways into it that its host gave out. A way that there is not is an empty
 * text.
 *
 * @param link an {@code https} address of at most 2,000 characters
 * @param sip {@code user@host}, without {@code sip:}
 * @param h323 a number, or an address with one such as {@code 192.0.2.1##1234}
 * @param phone in international form, digits after a plus sign
 * @param pin what is typed to be let in: digits, stars and hashes
 */
public record ExternalCall(Optional<URI> link, String sip, String h323, String phone, String pin) {

    private static final int LONGEST_LINK = 2_000;
    private static final Pattern SIP =
            Pattern.compile("[A-Za-z0-9_.+~*!%-]{1,100}@[A-Za-z0-9]([A-Za-z0-9.-]{0,150}[A-Za-z0-9])?(:[0-9]{1,5})?");
    private static final Pattern H323 = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@._:#*-]{0,120}");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{4,15}");
    private static final Pattern PIN = Pattern.compile("[0-9*#]{1,32}");

    /** @throws IllegalArgumentException if a part is not of its form, or there is no way in */
    public ExternalCall {
        if (link.isPresent() && !isWeb(link.get())) {
            throw new IllegalArgumentException("A link to a conference begins with https:// and names a host");
        }
        require(SIP, sip, "A SIP address is like room@host.example");
        require(H323, h323, "An H.323 number is made of digits, or is an address with a number");
        require(PHONE, phone, "A phone number is in international form, such as +33123456789");
        require(PIN, pin, "A PIN is made of digits");
        if (link.isEmpty() && sip.isEmpty() && h323.isEmpty() && phone.isEmpty()) {
            throw new IllegalArgumentException("A conference hosted elsewhere has at least one way in");
        }
    }

    /** Whether browsers may be sent there: {@code https}, with a host, without a name and password before it. */
    public static boolean isWeb(URI link) {
        return "https".equalsIgnoreCase(link.getScheme())
                && link.getHost() != null
                && link.getRawUserInfo() == null
                && link.toString().length() <= LONGEST_LINK;
    }

    private static void require(Pattern form, String text, String rule) {
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Without what lets somebody in, for it ends up in logs. */
    @Override
    public String toString() {
        return "ExternalCall[" + link.map(URI::getHost).orElse(sip) + "]";
    }
}
