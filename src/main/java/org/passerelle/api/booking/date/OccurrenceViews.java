package org.passerelle.api.booking.date;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.EmailAddress;
import org.passerelle.api.booking.date.OccurrenceView.CancellationView;
import org.passerelle.booking.decision.Cancellation;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.Occurrence;

/**
 * Writes the dates of a booking out for one client. What was said when a date was called off, and by whom, is told to those who
 * are told of decisions: its organiser, colleagues who may read it, and whoever runs a site of it.
 */
public record OccurrenceViews(BookingAccess access, Accounts accounts) {

    /** All dates of it, in order. */
    public List<OccurrenceView> all() {
        boolean tellsCourse = access.mayRead(BookingPart.COURSE);
        boolean tellsAll = access.mayRead(BookingPart.DECISION);
        return access.booking().occurrences().stream()
                .map(date -> OccurrenceView.of(
                        date,
                        tellsCourse,
                        tellsAll ? cancellation(date) : null,
                        tellsCourse ? requested(date, tellsAll) : null))
                .toList();
    }

    private @Nullable RequestedMoveView requested(Occurrence date, boolean tellsAll) {
        return date.requested()
                .map(move -> RequestedMoveView.of(access, date, move, tellsAll, accounts))
                .orElse(null);
    }

    private @Nullable CancellationView cancellation(Occurrence date) {
        return date.cancellation().map(this::view).orElse(null);
    }

    private CancellationView view(Cancellation off) {
        return new CancellationView(
                off.by()
                        .map(accounts::contact)
                        .map(Contact::email)
                        .map(EmailAddress::value)
                        .orElse(null),
                off.at(),
                off.message().isEmpty() ? null : off.message());
    }
}
