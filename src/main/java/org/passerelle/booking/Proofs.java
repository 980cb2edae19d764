package org.passerelle.booking;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.digest.Digests;

/**
 * Proves that a name was handed out by this installation, such as the one of a booking in a link: each carries some of the
 * bits that only the installation's secret makes of it. All is in lower-case letters and digits, which every program leaves
 * alone.
 */
public final class Proofs {

    /** Digits that carry 80 bits: for what is checked elsewhere as well. */
    public static final int SHORT = 16;

    /** Digits that carry 128 bits. */
    public static final int LONG = 26;

    /** How {@link #write} writes the id of a booking: two groups of which the second may be missing. */
    public static final String BOOKING = "([a-z2-7]{26})(?:-([1-9][0-9]{0,3}))?";

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern BOOKING_FORM = Pattern.compile(BOOKING);

    private final Supplier<byte[]> key;

    /** @param key the secret, the same for ever */
    public Proofs(Supplier<byte[]> key) {
        this.key = key;
    }

    /** @param length {@link #SHORT} or {@link #LONG} */
    public String of(int length, String... parts) {
        byte[] code = Digests.hmac(key.get(), String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        return encoded(new BigInteger(1, code, 0, 17).shiftRight(8 * 17 - 5 * length), length);
    }

    /** Whether they are the same, in a time that does not tell how far they are. */
    public static boolean equal(String proof, String given) {
        return Digests.same(
                proof.getBytes(StandardCharsets.US_ASCII),
                given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** An id of a booking in letters, digits and hyphens. */
    public static String write(BookingId booking) {
        String part = booking.part() == 0 ? "" : "-" + booking.part();
        return encoded(new BigInteger(booking.root(), 16), LONG) + part;
    }

    /** What {@link #write} made; empty if it made no such thing. */
    public static Optional<BookingId> read(String written) {
        Matcher parts = BOOKING_FORM.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String root = decoded(parts.group(1)).toString(16);
        String part = parts.group(2) == null ? "" : "." + parts.group(2);
        return root.length() > 32
                ? Optional.empty()
                : Optional.of(new BookingId("0".repeat(32 - root.length()) + root + part));
    }

    private static String encoded(BigInteger number, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = length - 1; i >= 0; i--) {
            text.append(DIGITS.charAt(number.shiftRight(5 * i).intValue() & 31));
        }
        return text.toString();
    }

    private static BigInteger decoded(String text) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(DIGITS.indexOf(text.charAt(i))));
        }
        return number;
    }
}
