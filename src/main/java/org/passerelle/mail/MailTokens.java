package org.passerelle.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.model.BookingId;
import org.springframework.stereotype.Component;

/**
 * Secrets that go out in mails and come back in links and addresses. Each names its booking, so that no list of them must
 * be searched, and proves by 128 bits that it was we who handed it out, to that person and for that use. They are
 * lower-case letters and digits, which even mail systems that change case leave alone.
 */
@Component
public class MailTokens {

    /** What a token is good for, and for nothing else. */
    public enum Use {
        /** The link by which one person answers in a browser. */
        ANSWER,
        /** The address that one person's mail comes back to, and its Message-ID. */
        BOUNCE,
        /** The address that the answers of calendar programs come to; the same for all who are invited. */
        REPLY
    }

    /** How tokens are written, as a regular expression. */
    public static final String FORM = "(" + Proofs.BOOKING + ")-([a-z2-7]{" + Proofs.LONG + "})";

    private static final Pattern TOKEN = Pattern.compile(FORM);

    private final Proofs proofs;

    public MailTokens(Supplier<byte[]> key) {
        this.proofs = new Proofs(key);
    }

    /** For the whole booking. */
    public String of(Use use, BookingId booking) {
        return named(use, booking, "");
    }

    public String of(Use use, BookingId booking, EmailAddress whom) {
        return named(use, booking, whom.value());
    }

    private String named(Use use, BookingId booking, String whom) {
        return Proofs.write(booking) + "-" + proofs.of(Proofs.LONG, use.name(), booking.value(), whom);
    }

    /** The booking that {@code token} names; that it was handed out is another matter. */
    public Optional<BookingId> booking(String token) {
        Matcher parts = TOKEN.matcher(token.toLowerCase(Locale.ROOT));
        return parts.matches() ? Proofs.read(parts.group(1)) : Optional.empty();
    }

    public boolean isFor(Use use, BookingId booking, String token) {
        return Proofs.equal(of(use, booking), token);
    }

    public boolean isFor(Use use, BookingId booking, EmailAddress whom, String token) {
        return Proofs.equal(of(use, booking, whom), token);
    }
}
