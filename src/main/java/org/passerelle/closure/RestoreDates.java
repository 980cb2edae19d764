package org.passerelle.closure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Accounts;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.ClosureEdits;
import org.passerelle.booking.ClosureEdits.ClosureVoice;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.policy.ClosedDay;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.AffectedDate.DateFate;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.AddedClosures.AddedClosure;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.springframework.stereotype.Component;

/** Takes back what a closure did to bookings, one after the other, as far as nothing else is in the way by now. */
@Component
class RestoreDates {

    private final ClosureDocuments documents;
    private final ReadingBookings reading;
    private final ClosureEdits edits;
    private final Accounts accounts;
    private final Directories directories;
    private final LoadedClosures added;

    RestoreDates(
            ClosureDocuments documents,
            ReadingBookings reading,
            ClosureEdits edits,
            Accounts accounts,
            Directories directories,
            LoadedClosures added) {
        this.documents = documents;
        this.reading = reading;
        this.edits = edits;
        this.accounts = accounts;
        this.directories = directories;
        this.added = added;
    }

    /** The bookings of which dates were called off, each with these. */
    Map<BookingId, List<AffectedDate>> calledOff(SiteClosure closure) {
        return documents.datesByBooking(closure.id(), ClosureOutcome.CANCELLED);
    }

    /** Brings back what was called off, as far as that is free: all dates of a booking at once, else one by one. */
    void bringBack(SiteClosure closure, BookingId id, List<AffectedDate> dates) {
        if (dates.size() > 1 && broughtBack(closure, id, dates)) {
            dates.forEach(date -> settle(date, ClosureOutcome.RESTORED));
            return;
        }
        for (AffectedDate date : dates) {
            settle(
                    date,
                    broughtBack(closure, id, List.of(date)) ? ClosureOutcome.RESTORED : ClosureOutcome.NOT_RESTORED);
        }
    }

    private boolean broughtBack(SiteClosure closure, BookingId id, List<AffectedDate> dates) {
        Set<Instant> names = ClosureTreatment.names(dates);
        DateFate fate = dates.get(0).fate();
        Optional<Booking> before = reading.find(id);
        boolean mayStand = before.isPresent()
                && fate.was() != BookingState.HELD
                && before.get().occurrences().stream()
                        .filter(date -> names.contains(date.recurrenceId()))
                        .allMatch(date -> isOpenBeside(closure, date));
        if (!mayStand) {
            return false;
        }
        // Once one of its dates is back, the booking is again what it was.
        BookingState left =
                before.get().state() == fate.was() ? fate.was() : fate.left().orElse(fate.was());
        BookingResult result =
                edits.putBack(new ClosureVoice(accounts.person(closure.by()), ""), id, names, left, fate.was());
        return result instanceof BookingResult.Done done
                && done.booking().occurrences().stream()
                        .filter(date -> names.contains(date.recurrenceId()))
                        .allMatch(Occurrence::occupies);
    }

    /** Whether nothing else shuts its rooms. */
    private boolean isOpenBeside(SiteClosure closure, Occurrence date) {
        Directory directory = directories.current();
        ClosurePlan plan = closure.plan();
        return date.rooms().stream()
                .allMatch(id -> directory
                        .room(id)
                        .filter(room -> {
                            Site site = directory.siteOf(room);
                            Site open = site.with(site.closures().stream()
                                    .filter(other -> isInTheWay(plan, other))
                                    .toList());
                            return ClosedDay.within(date.time(), room, open).isEmpty();
                        })
                        .isPresent());
    }

    /** Of a changed directory nothing is that itself says, for what is brought back is as if it had been kept. */
    private boolean isInTheWay(ClosurePlan plan, Closure closure) {
        if (plan.type() != ClosureType.DIRECTORY) {
            return !isOf(plan, closure);
        }
        return added.inForce().closures().stream()
                .filter(each -> each.site().equals(plan.site()))
                .map(AddedClosure::closure)
                .anyMatch(each -> each.from().equals(closure.from())
                        && each.to().equals(closure.to())
                        && each.reason().equals(closure.reason()));
    }

    private static boolean isOf(ClosurePlan plan, Closure closure) {
        // Of the directory the days may be some of many in a row.
        boolean isTime = plan.type() == ClosureType.RULE
                ? !closure.from().isAfter(plan.from()) && !closure.to().isBefore(plan.to())
                : closure.from().equals(plan.from()) && closure.to().equals(plan.to());
        return isTime && closure.reason().equals(plan.reason());
    }

    /** Of a closure that is taken back: what was not dealt with stays, and nothing is offered any more. */
    void leave(SiteClosure closure) {
        documents.dates(closure.id()).stream()
                .filter(date -> date.fate().outcome() == ClosureOutcome.PENDING
                        || date.fate().outcome() == ClosureOutcome.OFFERED)
                .forEach(date -> settle(date, ClosureOutcome.KEPT));
    }

    private void settle(AffectedDate date, ClosureOutcome outcome) {
        documents.settle(date, date.fate().ending(outcome));
    }
}
