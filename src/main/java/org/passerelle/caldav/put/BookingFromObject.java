package org.passerelle.caldav.put;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.IllegalRooms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/**
 * Books what an object asks for: all rooms on all dates in one write, or nothing. Where single dates are at other times than its
 * rule gives, the rooms are held until these are had as well.
 */
@Component
class BookingFromObject {

    /** Should the program end meanwhile, nothing is left of it. */
    private static final Duration WHILE_MOVING = Duration.ofMinutes(10);

    private static final int MOST_TIMES = 20;

    private final BookingRooms booking;
    private final HoldingRooms holding;
    private final CancellingBookings cancelling;
    private final DateSteps steps;
    private final Clock clock;

    BookingFromObject(
            BookingRooms booking, HoldingRooms holding, CancellingBookings cancelling, DateSteps steps, Clock clock) {
        this.booking = booking;
        this.holding = holding;
        this.cancelling = cancelling;
        this.steps = steps;
        this.clock = clock;
    }

    /** How it ended. */
    sealed interface Outcome {

        record Booked(Booking booking) implements Outcome {}

        /** Nothing was booked. */
        record NotBooked(List<Reason> why) implements Outcome {}
    }

    /** @param name of the object; the same text under the same name is booked once, however often it comes */
    Outcome book(DavViewer viewer, String name, IncomingObject object, List<RoomId> rooms) {
        EventDatesRead dates = EventDatesRead.of(object.master(), object.overrides(), viewer.zone());
        Schedule schedule = dates.schedule(object.master(), viewer)
                .orElseThrow(() -> IncomingObject.refused(viewer, "valid-calendar-data", "refused.dates"));
        BookingOrder order =
                new BookingOrder(ContentOfEvent.fresh(object.main(), viewer), schedule, rooms, OnConflict.REJECT);
        boolean movesDates = !dates.moved().isEmpty();
        Optional<Duration> hold = Optional.of(WHILE_MOVING).filter(each -> movesDates);
        BookingResult result;
        try {
            result = tried(viewer.person(), name + "\n" + object.text(), order, hold);
        } catch (EmptySchedule e) {
            return new Outcome.NotBooked(List.of(Reason.of(ReasonCode.IN_THE_PAST)));
        } catch (IllegalRooms e) {
            return new Outcome.NotBooked(List.of(Reason.of(ReasonCode.NOT_ALLOWED)));
        }
        Optional<Booking> made = made(result);
        if (made.isEmpty()) {
            return new Outcome.NotBooked(PutTexts.reasons(result));
        }
        return made.get().state() == BookingState.HELD
                ? firm(viewer, made.get(), dates, rooms)
                : new Outcome.Booked(made.get());
    }

    private BookingResult tried(Person person, String text, BookingOrder order, Optional<Duration> hold) {
        String digest = Digests.base64Url(text);
        for (int time = 1; ; time++) {
            RequestKey key = RequestKey.repeatable(person.id(), "caldav\n" + digest + "\n" + time, digest);
            BookingResult result = booking.book(person, order, hold, key);
            boolean isOver = result instanceof BookingResult.DoneBefore before
                    && !before.booking().isLive(clock.instant());
            if (!isOver || time == MOST_TIMES) {
                return result;
            }
        }
    }

    private Optional<Booking> made(BookingResult result) {
        if (result instanceof BookingResult.Done done) {
            return Optional.of(done.booking());
        }
        return result instanceof BookingResult.DoneBefore before
                ? Optional.of(before.booking()).filter(each -> each.isLive(clock.instant()))
                : Optional.empty();
    }

    private Outcome firm(DavViewer viewer, Booking held, EventDatesRead dates, List<RoomId> rooms) {
        List<Reason> why = steps.move(
                viewer,
                held.id(),
                dates,
                new DateSteps.StandingDate(
                        start -> Optional.ofNullable(dates.starts().get(start)), Set.of(), rooms));
        if (why.isEmpty()) {
            BookingResult result = holding.confirm(viewer.person(), held.id(), Optional.empty());
            if (result instanceof BookingResult.Done done) {
                return new Outcome.Booked(done.booking());
            }
            why = PutTexts.reasons(result);
        }
        cancel(viewer, held.id());
        return new Outcome.NotBooked(why);
    }

    /** Gives up what was booked for an object that was laid there by somebody else at the same time. */
    void cancel(DavViewer viewer, BookingId made) {
        cancelling.cancel(viewer.person(), made, Optional.empty());
    }
}
