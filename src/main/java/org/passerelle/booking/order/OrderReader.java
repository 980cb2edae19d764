package org.passerelle.booking.order;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteClock;

/** Reads orders, or says all that is wrong with them: every field that is missing or makes no sense. */
public final class OrderReader {

    private final OrderFaults faults = new OrderFaults();
    private final OrderText sent;

    private OrderReader(OrderText sent) {
        this.sent = sent;
    }

    /**
     * The order that makes a booking.
     *
     * @param clock of the site of its first room, on which times are read unless the text says otherwise
     */
    public static OrderReading<BookingOrder> order(OrderText sent, SiteClock clock) {
        return new OrderReader(sent).read(null, clock, StandingDay.NONE);
    }

    /**
     * The order {@code standing} with what was sent in the place of its own.
     *
     * @param clock of the site of the first room that was sent, or of the first that stands
     * @param day of its first date
     */
    public static OrderReading<BookingOrder> change(
            OrderText sent, BookingOrder standing, SiteClock clock, StandingDay day) {
        return new OrderReader(sent).read(standing, clock, day);
    }

    /**
     * What is to be different on one date, for which only times and rooms are read.
     *
     * @param clock of the site of the first room that was sent, or of the first that {@code date} has
     * @param day of {@code date}
     */
    public static OrderReading<OccurrenceEdit> date(
            OrderText sent, Booking booking, Occurrence date, SiteClock clock, StandingDay day) {
        OrderReader reader = new OrderReader(sent);
        OccurrenceEdit moved = new DateReader(sent.schedule().times(), clock, day, reader.faults)
                .read(date.time(), booking.schedule().zone());
        Optional<List<RoomId>> rooms = sent.rooms() == null ? Optional.empty() : Optional.of(reader.rooms(List.of()));
        return reader.faults.with(
                Optional.of(new OccurrenceEdit(moved.start(), moved.length(), rooms, reader.override())));
    }

    /** What something is to be about, wherever and whenever. */
    public static OrderReading<Content> content(SubjectText sent) {
        OrderFaults faults = new OrderFaults();
        return faults.with(new ContentReader(sent, null, faults).read());
    }

    /** When something is to be, whatever it is. */
    public static OrderReading<Schedule> schedule(ScheduleText sent, SiteClock clock) {
        OrderFaults faults = new OrderFaults();
        return faults.with(new ScheduleReader(sent, null, faults).read(clock, StandingDay.NONE));
    }

    private OrderReading<BookingOrder> read(@Nullable BookingOrder standing, SiteClock clock, StandingDay day) {
        Optional<Content> content =
                new ContentReader(sent.subject(), standing == null ? null : standing.content(), faults).read();
        Optional<Schedule> schedule = new ScheduleReader(
                        sent.schedule(), standing == null ? null : standing.schedule(), faults)
                .read(clock, day);
        List<RoomId> rooms = rooms(standing == null ? List.of() : standing.rooms());
        OnConflict onConflict = onConflict();
        Set<OverridableRule> override = override();
        return faults.with(
                faults.isEmpty()
                        ? content.flatMap(about -> schedule.map(when ->
                                new BookingOrder(about, when, rooms, onConflict, reacquire(standing), override)))
                        : Optional.empty());
    }

    private boolean reacquire(@Nullable BookingOrder standing) {
        if (sent.reacquire() == null) {
            return standing == null || standing.reacquire();
        }
        return sent.reacquire();
    }

    private OnConflict onConflict() {
        return sent.onConflict() == null
                ? OnConflict.REJECT
                : faults.parsed(
                                OrderField.ON_CONFLICT,
                                sent.onConflict(),
                                OnConflict::valueOf,
                                OrderFaultCode.ON_CONFLICT)
                        .orElse(OnConflict.REJECT);
    }

    private Set<OverridableRule> override() {
        List<@Nullable String> names = sent.override() == null ? List.of() : sent.override();
        if (names.size() > OverridableRule.values().length) {
            faults.add(OrderField.OVERRIDE, OrderFaultCode.OVERRIDE);
            return Set.of();
        }
        Set<OverridableRule> rules = EnumSet.noneOf(OverridableRule.class);
        names.forEach(
                name -> faults.parsed(OrderField.OVERRIDE, name, OverridableRule::valueOf, OrderFaultCode.OVERRIDE)
                        .ifPresent(rules::add));
        return rules;
    }

    /** @param standing those that stay where none are named; none if there have to be some */
    private List<RoomId> rooms(List<RoomId> standing) {
        List<@Nullable String> names = sent.rooms();
        if (names == null) {
            if (standing.isEmpty()) {
                faults.add(OrderField.ROOMS, OrderFaultCode.MISSING);
            }
            return standing;
        }
        if (names.isEmpty() || names.size() > BookingOrder.MOST_ROOMS) {
            faults.add(OrderField.ROOMS, OrderFaultCode.ROOMS_COUNT);
            return List.of();
        }
        return names.stream()
                .flatMap(name -> faults.parsed(OrderField.ROOMS, name, RoomId::new, OrderFaultCode.ROOM_NAME).stream())
                .toList();
    }
}
