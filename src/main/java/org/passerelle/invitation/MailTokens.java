package org.passerelle.invitation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.passerelle.account.PersonId;
import org.passerelle.booking.BookingId;
import org.springframework.stereotype.Component;

/**
 * Secrets that go out in mails and come back in links and addresses. Each names its booking, so that no list of them must
 * be searched, and proves by 128 bits that it was we who handed it out, to that person and for that use. They are
 * lower-case letters and digits, which even mail systems that change case leave alone.
 */
@Component
class MailTokens {

    /** What a token is good for, and for nothing else. */
    enum Use {
        /** The link by which one person answers in a browser. */
        ANSWER,
        /** The address that one person's mail comes back to. */
        BOUNCE,
        /** The address that the answers of calendar programs come to; the same for all who are invited. */
        REPLY
    }

    private static final int LENGTH = 26;
    private static final Pattern FORM = Pattern.compile("([a-z2-7]{26})(?:-([1-9][0-9]{0,3}))?-([a-z2-7]{26})");
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

    private final Supplier<byte[]> key;

    MailTokens(Supplier<byte[]> key) {
        this.key = key;
    }

    /** For the whole booking. */
    String of(Use use, BookingId booking) {
        return named(booking) + "-" + proof(use, booking, "");
    }

    String of(Use use, BookingId booking, PersonId whom) {
        return named(booking) + "-" + proof(use, booking, whom.email());
    }

    /** The booking that {@code token} names; that it was handed out is another matter. */
    Optional<BookingId> booking(String token) {
        Matcher parts = FORM.matcher(token.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String root = decoded(parts.group(1)).toString(16);
        String part = parts.group(2) == null ? "" : "." + parts.group(2);
        return root.length() > 32
                ? Optional.empty()
                : Optional.of(new BookingId("0".repeat(32 - root.length()) + root + part));
    }

    boolean isFor(Use use, BookingId booking, String token) {
        return equal(of(use, booking), token);
    }

    boolean isFor(Use use, BookingId booking, PersonId whom, String token) {
        return equal(of(use, booking, whom), token);
    }

    private static boolean equal(String token, String given) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.US_ASCII),
                given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static String named(BookingId booking) {
        String part = booking.part() == 0 ? "" : "-" + booking.part();
        return encoded(new BigInteger(booking.root(), 16)) + part;
    }

    private String proof(Use use, BookingId booking, String whom) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            String text = use + "\n" + booking + "\n" + whom;
            byte[] code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return encoded(new BigInteger(1, code, 0, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** 128 bits as digits of base 32. */
    private static String encoded(BigInteger number) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = LENGTH - 1; i >= 0; i--) {
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
