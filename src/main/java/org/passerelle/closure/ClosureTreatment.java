package org.passerelle.closure;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.OutsiderId;
import org.passerelle.booking.ClosureEdits;
import org.passerelle.booking.ClosureEdits.CalledOff;
import org.passerelle.booking.ClosureEdits.ClosureVoice;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.event.RoomsFailed;
import org.passerelle.booking.event.RoomsFailed.RoomFailure;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.AffectedDate.DateFate;
import org.passerelle.closure.model.AffectedDate.OfferedMove;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.Directories;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Deals with the bookings that a closure hits, one after the other. Each is dealt with once: what was written before a crash is
 * known again by what the change log says of it.
 */
@Component
class ClosureTreatment {

    private final ClosureDocuments documents;
    private final ReadingBookings reading;
    private final ClosureEdits edits;
    private final MoveOffers offers;
    private final ChangeLog log;
    private final Accounts accounts;
    private final Directories directories;
    private final ApplicationEventPublisher events;

    ClosureTreatment(
            ClosureDocuments documents,
            ReadingBookings reading,
            ClosureEdits edits,
            MoveOffers offers,
            ChangeLog log,
            Accounts accounts,
            Directories directories,
            ApplicationEventPublisher events) {
        this.documents = documents;
        this.reading = reading;
        this.edits = edits;
        this.offers = offers;
        this.log = log;
        this.accounts = accounts;
        this.directories = directories;
        this.events = events;
    }

    /** The bookings that are still to be dealt with, each with its dates. */
    Map<BookingId, List<AffectedDate>> pending(SiteClosure closure) {
        return documents.datesByBooking(closure.id(), ClosureOutcome.PENDING);
    }

    void treat(SiteClosure closure, BookingId id, List<AffectedDate> dates) {
        boolean isImported = directories.current().rooms().stream()
                .anyMatch(room -> dates.get(0).organiser() instanceof OutsiderId outsider
                        && outsider.address()
                                .value()
                                .equalsIgnoreCase(room.profile().email()));
        if (isImported) {
            // What was agreed elsewhere takes place, and would come back with the next look at its calendar.
            dates.forEach(date -> settle(date, ClosureOutcome.KEPT));
            return;
        }
        List<AffectedDate> asked =
                dates.stream().filter(AffectedDate::requested).toList();
        List<AffectedDate> standing =
                dates.stream().filter(date -> !date.requested()).toList();
        if (closure.plan().onBookings() == OnBookings.KEEP) {
            keep(closure, id, dates);
            return;
        }
        if (!asked.isEmpty()) {
            declineRequests(closure, id, asked);
        }
        if (!standing.isEmpty()) {
            if (closure.plan().onBookings() == OnBookings.CANCEL) {
                callOff(closure, id, standing);
            } else {
                propose(closure, id, standing);
            }
        }
    }

    /** Of a change of the directory nobody else tells; and who waits for a decision is to know why it may be no. */
    private void keep(SiteClosure closure, BookingId id, List<AffectedDate> dates) {
        boolean waits =
                dates.stream().anyMatch(date -> date.requested() || date.fate().was() == BookingState.REQUESTED);
        boolean isTold = waits || closure.plan().type() == ClosureType.DIRECTORY;
        if (isTold && said(closure, id).isEmpty() && reading.find(id).isPresent()) {
            edits.announce(voice(closure), id);
        }
        dates.forEach(date -> settle(date, ClosureOutcome.KEPT));
    }

    /** A place that is shut is not agreed to. The dates stay where they are, which may be just as well for whoever asked. */
    private void declineRequests(SiteClosure closure, BookingId id, List<AffectedDate> asked) {
        Predicate<Occurrence> isHit = hit(closure, asked);
        Set<Instant> declined = edits.declineMoves(
                voice(closure), id, date -> date.asked().filter(isHit).isPresent());
        boolean isSaid = declined.isEmpty() && said(closure, id).isPresent();
        asked.forEach(date -> settle(
                date,
                isSaid || declined.contains(date.name().recurrenceId())
                        ? ClosureOutcome.REQUEST_DECLINED
                        : ClosureOutcome.GONE));
    }

    /** Which dates of a booking are still hit as {@code dates} say. */
    private Predicate<Occurrence> hit(SiteClosure closure, List<AffectedDate> dates) {
        Set<Instant> names = names(dates);
        Optional<ShutRooms> shut = ShutRooms.of(closure.plan(), directories.current());
        return closure.plan().type() == ClosureType.DIRECTORY
                ? date -> dates.stream().anyMatch(each -> isAsNoted(each, date))
                : date -> names.contains(date.recurrenceId())
                        && shut.filter(each -> !each.roomsOf(date).isEmpty()).isPresent();
    }

    private static boolean isAsNoted(AffectedDate noted, Occurrence date) {
        return noted.name().recurrenceId().equals(date.recurrenceId())
                && noted.time().equals(date.time())
                && date.rooms().stream().anyMatch(noted.rooms()::contains);
    }

    private void callOff(SiteClosure closure, BookingId id, List<AffectedDate> dates) {
        Optional<CalledOff> done = edits.callOff(voice(closure), id, hit(closure, dates));
        Optional<ChangeType> before = done.isPresent() ? Optional.empty() : said(closure, id);
        for (AffectedDate date : dates) {
            DateFate fate = date.fate();
            if (done.filter(each -> each.dates().contains(date.name().recurrenceId()))
                    .isPresent()) {
                documents.settle(date, fate.calledOff(done.get().left()));
            } else if (before.isPresent()) {
                BookingState left = before.get() == ChangeType.CANCELLED ? BookingState.CANCELLED : fate.was();
                documents.settle(date, fate.calledOff(left));
            } else {
                settle(date, ClosureOutcome.GONE);
            }
        }
    }

    private void propose(SiteClosure closure, BookingId id, List<AffectedDate> dates) {
        Optional<Booking> booking = reading.find(id);
        Set<OfferedMove> taken = documents.dates(closure.id()).stream()
                .flatMap(date -> date.fate().offer().stream())
                .collect(Collectors.toCollection(HashSet::new));
        for (AffectedDate date : dates) {
            Optional<Occurrence> stands = booking.flatMap(
                            each -> each.occurrence(date.name().recurrenceId()))
                    .filter(each -> each.occupies() && each.time().equals(date.time()));
            if (stands.isEmpty()) {
                settle(date, ClosureOutcome.GONE);
                continue;
            }
            DateFate fate = offers.fate(
                    booking.get(), stands.get(), date, move -> taken.stream().noneMatch(other -> clash(other, move)));
            fate.offer().ifPresent(taken::add);
            events.publishEvent(failed(closure, date));
            documents.settle(date, fate);
        }
    }

    private static RoomsFailed failed(SiteClosure closure, AffectedDate date) {
        return new RoomsFailed(
                date.name().booking(),
                date.name().recurrenceId(),
                date.rooms(),
                closure.at(),
                RoomFailure.CLOSED,
                closure.plan().reason());
    }

    private static boolean clash(OfferedMove one, OfferedMove other) {
        return one.time().overlaps(other.time()) && one.rooms().stream().anyMatch(other.rooms()::contains);
    }

    private void settle(AffectedDate date, ClosureOutcome outcome) {
        documents.settle(date, date.fate().ending(outcome));
    }

    static Set<Instant> names(List<AffectedDate> dates) {
        return dates.stream().map(date -> date.name().recurrenceId()).collect(Collectors.toSet());
    }

    private ClosureVoice voice(SiteClosure closure) {
        return new ClosureVoice(accounts.person(closure.by()), closure.plan().reason());
    }

    /** What this closure has done to the booking already, by the change log. */
    private Optional<ChangeType> said(SiteClosure closure, BookingId id) {
        return reading.find(id).stream()
                .flatMap(booking -> log.of(booking).stream())
                .map(ChangeLog.Entry::change)
                .filter(change -> !change.at().isBefore(closure.at())
                        && says(change, closure.plan().reason()))
                .map(LoggedChange::type)
                .reduce((first, last) -> last);
    }

    private static boolean says(LoggedChange change, String reason) {
        return change.fields().stream()
                .anyMatch(field -> field.field() == FieldChange.Field.MESSAGE
                        && field.after().filter(reason::equals).isPresent());
    }
}
