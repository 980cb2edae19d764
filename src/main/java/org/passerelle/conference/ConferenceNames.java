package org.passerelle.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.springframework.stereotype.Component;

/**
 * Names conferences on their servers. A name is found again from itself, says nothing of what it is about, and stays when
 * the date gets another time or other rooms; each date of a series has its own, so that what was opened for one opens no
 * other.
 */
@Component
class ConferenceNames {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern FORM =
            Pattern.compile("(" + Proofs.BOOKING + ")(?:-([0-9]{8}))?-([a-z2-7]{" + Proofs.SHORT + "})");

    private final Proofs proofs;

    ConferenceNames(Proofs proofs) {
        this.proofs = proofs;
    }

    /** @param recurrenceId of one of the booking's dates */
    String of(Booking booking, Instant recurrenceId) {
        String subject = Proofs.write(booking.id());
        if (booking.schedule().recurs()) {
            LocalDate day = LocalDate.ofInstant(recurrenceId, booking.schedule().zone());
            subject += "-" + day.format(DAY);
        }
        return subject + "-" + proof(subject);
    }

    /** The booking of which {@code name} is a conference, in upper or lower case; empty if we never gave that name. */
    Optional<BookingId> booking(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Matcher parts = FORM.matcher(lower);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String subject = lower.substring(0, lower.length() - Proofs.SHORT - 1);
        return Proofs.equal(proof(subject), parts.group(5)) ? Proofs.read(parts.group(1)) : Optional.empty();
    }

    private String proof(String subject) {
        return proofs.of(Proofs.SHORT, "conference", subject);
    }
}
