package org.passerelle.rescue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.availability.DateMoves;
import org.passerelle.availability.query.DateMove;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.ChangingOneDate;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.event.RoomsFailed.RoomFailure;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.closure.MoveOffers;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.rescue.RescueWish.ChosenMove;
import org.passerelle.time.EventDuration;
import org.springframework.stereotype.Component;

/**
 * Moves a date of a booking out of rooms that cannot be used, for its organiser or a manager of a site of it. What is offered holds
 * nothing: it is tried when it is taken, and where the best is to be taken and somebody was faster, the next best is tried.
 */
@Component
public class RescueMeeting {

    private static final int MOST_TRIES = 5;

    private final ReadingBookings reading;
    private final FailedRooms failedRooms;
    private final DateMoves moves;
    private final ChangingOneDate changing;
    private final MoveOffers offers;
    private final Directories directories;
    private final Clock clock;

    RescueMeeting(
            ReadingBookings reading,
            FailedRooms failedRooms,
            DateMoves moves,
            ChangingOneDate changing,
            MoveOffers offers,
            Directories directories,
            Clock clock) {
        this.reading = reading;
        this.failedRooms = failedRooms;
        this.moves = moves;
        this.changing = changing;
        this.offers = offers;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * What could be done; empty if no such date of it is ahead.
     *
     * @throws UnknownBooking if there is no such booking
     * @throws NotYourBooking if {@code person} does not run it
     */
    public Optional<RescuePlan> plan(Person person, BookingId id, RescueWish wish) {
        Booking booking = run(person, id);
        return date(booking, wish).map(date -> plan(person, booking, date, wish));
    }

    private RescuePlan plan(Person person, Booking booking, Occurrence date, RescueWish wish) {
        List<FailedRoom> failed = failed(booking, date, wish.failed());
        Set<RoomId> rooms = failed.stream().map(FailedRoom::room).collect(Collectors.toSet());
        return new RescuePlan(booking, date, failed, moves.of(person, booking, date, rooms));
    }

    private Booking run(Person person, BookingId id) {
        Booking booking = reading.find(id).orElseThrow(() -> new UnknownBooking(id.value()));
        if (!new BookingAccess(person, booking, directories.current()).mayRun()) {
            throw new NotYourBooking(id, person.id());
        }
        return booking;
    }

    /**
     * Whether the wish does not say which date of a series it is about: asked once more, it would move another one.
     *
     * @throws UnknownBooking if there is no such booking
     * @throws NotYourBooking if {@code person} does not run it
     */
    public boolean lacksDate(Person person, BookingId id, RescueWish wish) {
        return run(person, id).schedule().recurs() && wish.recurrenceId().isEmpty();
    }

    private Optional<Occurrence> date(Booking booking, RescueWish wish) {
        Instant now = clock.instant();
        if (!booking.isLive(now)) {
            return Optional.empty();
        }
        List<Occurrence> ahead = booking.occurrences().stream()
                .filter(date -> date.state() == OccurrenceState.PLANNED
                        && date.time().start().isAfter(now)
                        && wish.recurrenceId()
                                .filter(name -> !name.equals(date.recurrenceId()))
                                .isEmpty())
                .sorted(Occurrence.BY_START)
                .toList();
        return ahead.stream()
                .filter(date -> !failedRooms.of(booking, date).isEmpty())
                .findFirst()
                .or(() -> ahead.stream().findFirst());
    }

    private List<FailedRoom> failed(Booking booking, Occurrence date, List<RoomId> reported) {
        List<FailedRoom> known = known(booking, date);
        if (reported.isEmpty() && !known.isEmpty()) {
            return known;
        }
        return date.rooms().stream()
                .distinct()
                .filter(room -> reported.isEmpty() || reported.contains(room))
                .map(room -> known.stream()
                        .filter(each -> each.room().equals(room))
                        .findFirst()
                        .orElse(new FailedRoom(room, RoomFailure.REPORTED, "")))
                .toList();
    }

    private List<FailedRoom> known(Booking booking, Occurrence date) {
        List<FailedRoom> known = new ArrayList<>(failedRooms.of(booking, date));
        // Such as where new hours, or fewer seats, keep nobody out who has booked.
        offers.roomsToLeave(booking.id(), date.recurrenceId()).stream()
                .filter(room -> date.rooms().contains(room)
                        && known.stream().noneMatch(each -> each.room().equals(room)))
                .sorted()
                .forEach(room -> known.add(new FailedRoom(room, RoomFailure.CLOSED, "")));
        return known;
    }

    /**
     * Moves the date, all of it or not at all. Where no place is named it stays where it is if it has none of the rooms that are
     * reported, if none is reported and none is known to fail, and if its move is asked for already: whoever asks twice, because
     * the first answer was lost, has the date moved once.
     *
     * @param version of the booking that {@code person} saw, if they said
     * @throws UnknownBooking if there is no such booking
     * @throws NotYourBooking if {@code person} does not run it
     * @throws org.passerelle.booking.model.BookingIsStale if it is at another version by now
     */
    public BookingResult move(Person person, BookingId id, RescueWish wish, Optional<Long> version) {
        Booking booking = run(person, id);
        Optional<Occurrence> found = date(booking, wish);
        if (found.isEmpty()) {
            return BookingResult.Refused.because(Reason.of(ReasonCode.IN_THE_PAST));
        }
        Occurrence date = found.get();
        if (wish.move().isPresent()) {
            return moved(person, id, date, wish.move().get(), version);
        }
        if (hasNothingToLeave(booking, date, wish)) {
            return new BookingResult.Done(booking);
        }
        BookingResult last = BookingResult.Refused.because(
                Reason.of(ReasonCode.NO_COMMON_SLOT).on(date.recurrenceId()));
        for (DateMove move : plan(person, booking, date, wish).moves().stream()
                .limit(MOST_TRIES)
                .toList()) {
            List<RoomId> rooms = move.rooms().stream().map(Room::id).toList();
            last = moved(person, id, date, new ChosenMove(rooms, move.time()), version);
            if (last instanceof BookingResult.Done) {
                return last;
            }
        }
        return last;
    }

    private boolean hasNothingToLeave(Booking booking, Occurrence date, RescueWish wish) {
        boolean stands = wish.failed().isEmpty()
                ? known(booking, date).isEmpty()
                : date.rooms().stream().noneMatch(wish.failed()::contains);
        return stands || date.openRequest().isPresent();
    }

    private BookingResult moved(Person person, BookingId id, Occurrence date, ChosenMove to, Optional<Long> version) {
        BookingResult result = changing.change(
                person,
                id,
                date.recurrenceId(),
                version,
                new OccurrenceEdit(
                        Optional.of(to.time().start()),
                        Optional.of(EventDuration.exact(to.time().length())),
                        Optional.of(to.rooms())));
        if (result instanceof BookingResult.Done) {
            offers.noteMoved(id, date.recurrenceId());
        }
        return result;
    }
}
