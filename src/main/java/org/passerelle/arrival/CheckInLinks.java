package org.passerelle.arrival;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * The links by which people say, without signing in, that they have come: one for each date, in a reminder or as a code at the
 * door. Each proves by 128 bits that it was handed out, and opens nothing else.
 */
@Component
public class CheckInLinks {

    private static final Pattern FORM =
            Pattern.compile("(" + Proofs.BOOKING + ")-t([0-9]{1,11})-([a-z2-7]{" + Proofs.LONG + "})");

    private final Proofs proofs;
    private final ReadingBookings bookings;
    private final PublicUrl publicUrl;

    CheckInLinks(Proofs proofs, ReadingBookings bookings, PublicUrl publicUrl) {
        this.proofs = proofs;
        this.bookings = bookings;
        this.publicUrl = publicUrl;
    }

    /** What a link leads to, as it stands now. */
    public record LinkedDate(Booking booking, Occurrence date) {}

    /** @param recurrenceId names the date, which keeps its link when it moves */
    public URI of(BookingId booking, Instant recurrenceId) {
        return publicUrl.link("/check-in/" + token(booking, recurrenceId));
    }

    /**
     * The date that {@code token} was made for; empty if it was never made, or the date is gone.
     *
     * @param token the last part of a link, in upper or lower case
     */
    public Optional<LinkedDate> find(String token) {
        Matcher parts = FORM.matcher(token.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant recurrenceId = Instant.ofEpochSecond(Long.parseLong(parts.group(4)));
        return Proofs.read(parts.group(1))
                .filter(id -> Proofs.equal(token(id, recurrenceId), token))
                .flatMap(bookings::find)
                .flatMap(booking -> booking.occurrence(recurrenceId).map(date -> new LinkedDate(booking, date)));
    }

    private String token(BookingId booking, Instant recurrenceId) {
        String second = Long.toString(recurrenceId.getEpochSecond());
        return Proofs.write(booking) + "-t" + second + "-"
                + proofs.of(Proofs.LONG, "check-in", booking.value(), second);
    }
}
