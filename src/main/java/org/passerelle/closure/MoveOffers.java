package org.passerelle.closure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.availability.DateMoves;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.ChangingOneDate;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.AffectedDate.DateFate;
import org.passerelle.closure.model.AffectedDate.OfferedMove;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.EventDuration;
import org.springframework.stereotype.Component;

/**
 * Other rooms, or another time, for dates whose rooms are shut. An offer holds nothing: it is tried when it is taken, and if
 * somebody was faster the next best takes its place.
 */
@Component
public class MoveOffers {

    /** What an organiser has not yet dealt with. */
    private static final Set<ClosureOutcome> OPEN = Set.of(
            ClosureOutcome.PENDING, ClosureOutcome.OFFERED, ClosureOutcome.NOTHING_TO_OFFER, ClosureOutcome.DECLINED);

    private final ClosureDocuments documents;
    private final ReadingBookings reading;
    private final ChangingOneDate changing;
    private final DateMoves moves;
    private final Accounts accounts;
    private final Clock clock;

    MoveOffers(
            ClosureDocuments documents,
            ReadingBookings reading,
            ChangingOneDate changing,
            DateMoves moves,
            Accounts accounts,
            Clock clock) {
        this.documents = documents;
        this.reading = reading;
        this.changing = changing;
        this.moves = moves;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What somebody may have in the place of dates of theirs, by time. */
    public List<AffectedDate> of(Person person) {
        Instant now = clock.instant();
        return documents.offeredTo(person.id()).stream()
                .filter(date -> date.time().end().isAfter(now))
                .toList();
    }

    /** How an answer to an offer ended. */
    public enum MoveAnswer {
        DONE,
        /** The move is asked for: the date stays where it is until somebody agrees. */
        ASKED,
        /** Somebody was faster; the next best is offered, if there is one. */
        TAKEN_MEANWHILE,
        /** A rule forbids it by now. */
        FORBIDDEN,
        /** There is no such offer, or not any more. */
        TOO_LATE
    }

    /** Moves the date to where it is offered. */
    public MoveAnswer take(Person person, String key) {
        Optional<AffectedDate> found = offered(person, key);
        Optional<Booking> booking =
                found.flatMap(date -> reading.find(date.name().booking()));
        if (booking.isEmpty()) {
            return MoveAnswer.TOO_LATE;
        }
        AffectedDate date = found.orElseThrow();
        Optional<Occurrence> stands = booking.get()
                .occurrence(date.name().recurrenceId())
                .filter(each ->
                        each.state() == OccurrenceState.PLANNED && each.time().equals(date.time()));
        if (stands.isEmpty() || !booking.get().isLive(clock.instant())) {
            documents.settle(date, date.fate().ending(ClosureOutcome.GONE));
            return MoveAnswer.TOO_LATE;
        }
        return moved(person, date, booking.get(), stands.get());
    }

    private MoveAnswer moved(Person person, AffectedDate date, Booking booking, Occurrence stands) {
        OfferedMove offer = date.fate().offer().orElseThrow();
        BookingResult result;
        try {
            result = changing.change(
                    person,
                    booking.id(),
                    date.name().recurrenceId(),
                    Optional.of(booking.version()),
                    new OccurrenceEdit(
                            Optional.of(offer.time().start()),
                            Optional.of(EventDuration.exact(offer.time().length())),
                            Optional.of(offer.rooms())));
        } catch (UnknownBooking | NotYourBooking e) {
            return MoveAnswer.TOO_LATE;
        }
        if (result instanceof BookingResult.Done done) {
            documents.settle(date, date.fate().ending(ClosureOutcome.MOVED));
            boolean isAsked = done.booking()
                    .occurrence(date.name().recurrenceId())
                    .flatMap(Occurrence::openRequest)
                    .isPresent();
            return isAsked ? MoveAnswer.ASKED : MoveAnswer.DONE;
        }
        if (result instanceof BookingResult.Occupied) {
            documents.settle(date, fate(booking, stands, date, other -> !other.equals(offer)));
            return MoveAnswer.TAKEN_MEANWHILE;
        }
        return MoveAnswer.FORBIDDEN;
    }

    /** Notes that the organiser would rather not; the date stays where it is until somebody decides. */
    public MoveAnswer decline(Person person, String key) {
        return offered(person, key)
                .filter(date -> documents.settle(date, date.fate().ending(ClosureOutcome.DECLINED)))
                .map(date -> MoveAnswer.DONE)
                .orElse(MoveAnswer.TOO_LATE);
    }

    private Optional<AffectedDate> offered(Person person, String key) {
        return documents
                .date(key)
                .filter(date ->
                        date.organiser().equals(person.id()) && date.fate().outcome() == ClosureOutcome.OFFERED);
    }

    /**
     * What is offered for {@code stands}: another room of the same site, else the nearest, else another time.
     *
     * @param admitted what may be offered, such as what is not offered to somebody else already
     */
    DateFate fate(Booking booking, Occurrence stands, AffectedDate date, Predicate<OfferedMove> admitted) {
        return moves.of(organiser(booking), booking, stands, Set.copyOf(date.rooms())).stream()
                .map(move -> new OfferedMove(move.rooms().stream().map(Room::id).toList(), move.time()))
                .filter(admitted)
                .findFirst()
                .map(date.fate()::offered)
                .orElseGet(() -> date.fate().ending(ClosureOutcome.NOTHING_TO_OFFER));
    }

    /** The rooms that a date has to leave, by closures whose offers its organiser has not dealt with. */
    public Set<RoomId> roomsToLeave(BookingId booking, Instant recurrenceId) {
        return documents.dates(booking).stream()
                .filter(date -> date.name().recurrenceId().equals(recurrenceId)
                        && !date.requested()
                        && OPEN.contains(date.fate().outcome()))
                .flatMap(date -> date.rooms().stream())
                .collect(Collectors.toSet());
    }

    /** Notes that a date was moved out of the way of closures by another door. */
    public void noteMoved(BookingId booking, Instant recurrenceId) {
        documents.dates(booking).stream()
                .filter(date -> date.name().recurrenceId().equals(recurrenceId)
                        && !date.requested()
                        && OPEN.contains(date.fate().outcome()))
                .forEach(date -> documents.settle(date, date.fate().ending(ClosureOutcome.MOVED)));
    }

    private Person organiser(Booking booking) {
        var id = booking.owner().organiser();
        return accounts.person(id)
                .orElseGet(() -> Person.outsider(
                        accounts.contact(id).email(), accounts.contact(id).name()));
    }
}
