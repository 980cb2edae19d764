package org.passerelle.closure;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.OutsiderId;
import org.passerelle.booking.BookingResult;
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
import org.passerelle.booking.policy.ClosedDay;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.AffectedDate.DateFate;
import org.passerelle.closure.model.AffectedDate.OfferedMove;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
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
        return in(closure, ClosureOutcome.PENDING);
    }

    /** The bookings of which dates were called off, each with these. */
    Map<BookingId, List<AffectedDate>> calledOff(SiteClosure closure) {
        return in(closure, ClosureOutcome.CANCELLED);
    }

    private Map<BookingId, List<AffectedDate>> in(SiteClosure closure, ClosureOutcome outcome) {
        return documents.dates(closure.id()).stream()
                .filter(date -> date.fate().outcome() == outcome)
                .collect(Collectors.groupingBy(date -> date.name().booking(), LinkedHashMap::new, Collectors.toList()));
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
        switch (closure.plan().onBookings()) {
            case KEEP -> dates.forEach(date -> settle(date, ClosureOutcome.KEPT));
            case CANCEL -> callOff(closure, id, dates);
            case PROPOSE -> propose(closure, id, dates);
        }
    }

    private void callOff(SiteClosure closure, BookingId id, List<AffectedDate> dates) {
        Optional<ShutRooms> shut = ShutRooms.of(closure.plan(), directories.current());
        Set<Instant> names = names(dates);
        Predicate<Occurrence> isHit = date -> names.contains(date.recurrenceId())
                && shut.filter(each -> !each.roomsOf(date).isEmpty()).isPresent();
        Optional<CalledOff> done = edits.callOff(voice(closure), id, isHit);
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
        boolean hasFailed = closure.plan().type() != ClosureType.PLANNED;
        if (!hasFailed && said(closure, id).isEmpty() && booking.isPresent()) {
            edits.announce(voice(closure), id);
        }
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
            if (hasFailed) {
                events.publishEvent(failed(closure, date));
            }
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
        Set<Instant> names = names(dates);
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
        BookingResult result = edits.putBack(new ClosureVoice(voice(closure).by(), ""), id, names, left, fate.was());
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
                                    .filter(other -> !isOf(plan, other))
                                    .toList());
                            return ClosedDay.within(date.time(), room, open).isEmpty();
                        })
                        .isPresent());
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

    private static Set<Instant> names(List<AffectedDate> dates) {
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
