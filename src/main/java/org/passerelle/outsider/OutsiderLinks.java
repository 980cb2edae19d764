package org.passerelle.outsider;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * The link of somebody without an account to what they asked for, from before it is a booking until it is over: it proves by 128
 * bits that it was handed out here, to that address for that booking. It opens a page; only a press on that page does anything.
 */
@Component
public class OutsiderLinks {

    private static final String PATH = "/guest/";

    /** Booking, its part, proof. */
    private static final Pattern TOKEN = Pattern.compile("(" + Proofs.BOOKING + ")-([a-z2-7]{" + Proofs.LONG + "})");

    private static final int PROOF = 4;

    private final Proofs proofs;
    private final PublicUrl publicUrl;

    OutsiderLinks(Supplier<byte[]> key, PublicUrl publicUrl) {
        this.proofs = new Proofs(key);
        this.publicUrl = publicUrl;
    }

    /** Of whoever asks for it. */
    public URI of(OutsiderRequest request) {
        return link(request.id(), new OutsiderId(request.address()));
    }

    /** Of whoever booked it; empty for people with an account, who sign in. */
    public Optional<URI> of(Booking booking) {
        PersonId organiser = booking.owner().organiser();
        return organiser instanceof OutsiderId ? Optional.of(link(booking.id(), organiser)) : Optional.empty();
    }

    private URI link(BookingId booking, PersonId outsider) {
        return publicUrl.link(PATH + Proofs.write(booking) + "-" + proof(booking, outsider));
    }

    private String proof(BookingId booking, PersonId outsider) {
        return proofs.of(Proofs.LONG, "OUTSIDER", booking.value(), outsider.text());
    }

    /** The booking that {@code token} names; whether it was handed out {@link #isOf} tells. */
    Optional<BookingId> named(String token) {
        Matcher parts = TOKEN.matcher(token.toLowerCase(Locale.ROOT));
        return parts.matches() ? Proofs.read(parts.group(1)) : Optional.empty();
    }

    /** Whether {@code token} was handed out to {@code person} for what it names. */
    boolean isOf(String token, PersonId person) {
        Matcher parts = TOKEN.matcher(token.toLowerCase(Locale.ROOT));
        return person instanceof OutsiderId
                && parts.matches()
                && Proofs.read(parts.group(1))
                        .filter(booking -> Proofs.equal(proof(booking, person), parts.group(PROOF)))
                        .isPresent();
    }
}
