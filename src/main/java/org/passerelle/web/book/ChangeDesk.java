package org.passerelle.web.book;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.ChangingBookings;
import org.passerelle.booking.ChangingOneDate;
import org.passerelle.booking.ConditionalEdit;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.IllegalRooms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.RoomId;
import org.passerelle.time.WallTime;
import org.springframework.stereotype.Component;

/** Takes changes from pages: what cannot be had is told in words at the field that people can change. */
@Component
class ChangeDesk {

    private final ChangingBookings changing;
    private final ChangingOneDate changingOne;
    private final ConditionalEdit conditional;
    private final Refusals refusals;
    private final Proposals proposals;
    private final Clock clock;

    ChangeDesk(
            ChangingBookings changing,
            ChangingOneDate changingOne,
            ConditionalEdit conditional,
            Refusals refusals,
            Proposals proposals,
            Clock clock) {
        this.changing = changing;
        this.changingOne = changingOne;
        this.conditional = conditional;
        this.refusals = refusals;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * Empty when there are complaints; then nothing has changed.
     *
     * @param order what the form says, the first date only
     * @param seen the state that somebody has seen; an empty one never was
     */
    Optional<Booking> change(
            Person person, ChangedPart part, BookingOrder order, String seen, Complaints complaints, Locale locale) {
        Asked asked = new Asked(order);
        try {
            BookingResult result = conditional.ifAsSeen(
                    person, part.booking().id(), Optional.of(seen), version -> carryOut(person, part, asked, version));
            if (result instanceof BookingResult.Done done) {
                return Optional.of(done.booking());
            }
            List<Reason> reasons = result instanceof BookingResult.Refused refused ? refused.reasons() : List.of();
            refusals.offerOverrides(person, rooms(part, order), order.override(), reasons, complaints, locale);
            if (result instanceof BookingResult.Occupied occupied) {
                complaints.takenRooms(
                        proposals.to(person, asked.whole, Optional.of(own(part)), occupied.conflicts(), locale));
                refusals.tell(occupied.conflicts(), part.zone(), complaints, locale);
            } else if (result instanceof BookingResult.Refused refused) {
                complaints.propose(
                        proposals.toRefused(person, asked.whole, Optional.of(own(part)), refused.reasons(), locale));
                refusals.tell(refused, complaints, locale);
            }
        } catch (BookingIsStale e) {
            complaints.add("version", "change.error.stale");
        } catch (IllegalRooms e) {
            complaints.add("rooms", "book.error.same-rooms");
        } catch (EmptySchedule e) {
            complaints.add("rooms", "book.error.no-date");
        }
        return Optional.empty();
    }

    private static OwnBooking own(ChangedPart part) {
        Instant first = part.date().recurrenceId();
        return switch (part.extent()) {
            case WHOLE -> OwnBooking.whole(part.booking());
            case ONE ->
                OwnBooking.of(part.booking(), date -> date.recurrenceId().equals(first));
            case FOLLOWING ->
                OwnBooking.of(part.booking(), date -> !date.recurrenceId().isBefore(first));
        };
    }

    private static Set<RoomId> rooms(ChangedPart part, BookingOrder order) {
        return Stream.concat(order.rooms().stream(), part.booking().occupying().flatMap(date -> date.rooms().stream()))
                .collect(Collectors.toSet());
    }

    /** What the form says, and what that comes to for all dates that it is about. */
    private static final class Asked {

        private final BookingOrder form;
        private BookingOrder whole;

        Asked(BookingOrder form) {
            this.form = form;
            this.whole = form;
        }

        BookingOrder of(BookingOrder allDates) {
            whole = allDates;
            return allDates;
        }
    }

    private BookingResult carryOut(Person person, ChangedPart part, Asked asked, Optional<Long> version) {
        BookingOrder order = asked.form;
        return switch (part.extent()) {
            case WHOLE ->
                changing.change(
                        person,
                        part.booking().id(),
                        version,
                        standing -> new BookingOrder(
                                content(standing, order),
                                meant(order.schedule(), standing.schedule()),
                                order.rooms(),
                                order.onConflict(),
                                standing.reacquire(),
                                order.override()));
            case ONE ->
                changingOne.change(person, part.booking().id(), part.date().recurrenceId(), version, edit(order, part));
            case FOLLOWING -> following(person, part, asked, version);
        };
    }

    private static OccurrenceEdit edit(BookingOrder order, ChangedPart part) {
        Occurrence date = part.date();
        Schedule schedule = meant(order.schedule(), part.booking().schedule());
        Optional<List<RoomId>> rooms = Optional.of(order.rooms());
        return new OccurrenceEdit(
                Optional.of(WallTime.instant(schedule.start(), schedule.zone())),
                Optional.of(schedule.length()),
                rooms.filter(others -> !others.equals(date.rooms())),
                order.override());
    }

    /** Other words for all that is ahead need no second series. */
    private BookingResult following(Person person, ChangedPart part, Asked asked, Optional<Long> version) {
        BookingOrder order = asked.form;
        Booking booking = part.booking();
        Schedule schedule = meant(order.schedule(), booking.schedule());
        boolean onlyText = schedule.start()
                        .toLocalTime()
                        .equals(booking.schedule().start().toLocalTime())
                && schedule.length().equals(booking.schedule().length())
                && order.rooms().equals(booking.rooms())
                && order.content().arrangements().equals(booking.content().arrangements());
        if (onlyText && part.isAllAhead(clock.instant())) {
            return changing.change(
                    person,
                    booking.id(),
                    version,
                    standing -> new BookingOrder(
                            content(standing, order),
                            standing.schedule(),
                            standing.rooms(),
                            order.onConflict(),
                            order.reacquire()));
        }
        return changing.changeFollowing(
                person,
                booking.id(),
                part.date().recurrenceId(),
                version,
                standing -> asked.of(new BookingOrder(
                        content(standing, order),
                        moved(standing.schedule(), schedule),
                        order.rooms(),
                        order.onConflict(),
                        order.reacquire(),
                        order.override())));
    }

    /** A form shows until when; whoever leaves that has not said another length. */
    private static Schedule meant(Schedule form, Schedule standing) {
        boolean isSame = form.zone().equals(standing.zone())
                && standing.dateAt(form.start()).equals(form.first());
        return isSame ? form.lasting(standing.length()) : form;
    }

    private static Content content(BookingOrder standing, BookingOrder order) {
        Content text = order.content();
        return standing.content()
                .saying(text.title(), text.notes(), text.headcount())
                .inviting(text.attendees())
                .arranged(text.arrangements());
    }

    /** At another time of the same days. */
    private static Schedule moved(Schedule standing, Schedule order) {
        LocalDateTime start =
                standing.start().toLocalDate().atTime(order.start().toLocalTime());
        return standing.movedTo(start, standing.zone()).lasting(order.length());
    }
}
