package org.passerelle.web.bookings;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.decision.Cancellation;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.web.PageWords;
import org.passerelle.web.bookings.RequestLines.DecisionLine;
import org.springframework.stereotype.Component;

/** Puts into words who called bookings or dates off, and what they said; for whoever is told of decisions. */
@Component
class CancellationLines {

    private final Accounts accounts;
    private final Directories directories;
    private final PageWords words;

    CancellationLines(Accounts accounts, Directories directories, PageWords words) {
        this.accounts = accounts;
        this.directories = directories;
        this.words = words;
    }

    /** Of a booking that was called off by somebody else than its organiser. */
    Optional<DecisionLine> of(Booking booking, Person reader, Locale locale) {
        boolean isTold = booking.state() == BookingState.CANCELLED
                && new BookingAccess(reader, booking, directories.current()).mayRead(BookingPart.DECISION);
        return booking.occurrences().stream()
                .filter(date -> isTold)
                .flatMap(date -> date.cancellation().stream())
                .reduce((one, later) -> later.at().isBefore(one.at()) ? one : later)
                .map(off -> line(off, booking, locale));
    }

    /** Of one date of a booking that goes on, in a line. */
    Optional<String> of(Occurrence date, Booking booking, BookingAccess access, Locale locale) {
        return date.cancellation()
                .filter(off -> access.mayRead(BookingPart.DECISION))
                .map(off -> line(off, booking, locale))
                .map(line -> line.message().isEmpty() ? line.sentence() : line.sentence() + " " + line.message());
    }

    private DecisionLine line(Cancellation off, Booking booking, Locale locale) {
        ZoneId zone = booking.schedule().zone();
        String when = PageWords.moment(off.at(), zone, locale);
        String sentence = off.by()
                .map(by -> words.text(
                        "cancellation.by", locale, accounts.contact(by).shown(), when))
                .orElseGet(() -> words.text("cancellation.by-itself", locale, when));
        return new DecisionLine(sentence, off.message(), false);
    }
}
