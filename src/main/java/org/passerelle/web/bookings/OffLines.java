package org.passerelle.web.bookings;

import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.web.bookings.RequestLines.DecisionLine;
import org.springframework.stereotype.Component;

/** Bookings that are off, each with how that came about. */
@Component
class OffLines {

    private final BookingSheets sheets;
    private final RequestLines requests;
    private final CancellationLines cancellations;

    OffLines(BookingSheets sheets, RequestLines requests, CancellationLines cancellations) {
        this.sheets = sheets;
        this.requests = requests;
        this.cancellations = cancellations;
    }

    /** @param why what was decided, or who called it off; empty if the organiser did */
    record OffLine(BookingSheet sheet, Optional<DecisionLine> why) {}

    OffLine of(Booking booking, Person reader, Locale locale) {
        Optional<DecisionLine> why = booking.state() == BookingState.DECLINED
                ? requests.decision(booking, reader, locale)
                : cancellations.of(booking, reader, locale);
        return new OffLine(sheets.of(booking, reader, locale), why);
    }
}
