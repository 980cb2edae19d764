package org.passerelle.booking.model;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.directory.RoomId;

/**
 * What somebody asks for, before anything is decided. What is countable, desks or equipment, named twice means two units of it.
 *
 * @param reacquire whether dates that are left out or get another room are to be won back once theirs is free
 * @param override rules that are to be set aside, for whoever may
 */
public record BookingOrder(
        Content content,
        Schedule schedule,
        List<RoomId> rooms,
        OnConflict onConflict,
        boolean reacquire,
        Set<OverridableRule> override) {

    public static final int MOST_ROOMS = 50;

    /** @throws IllegalArgumentException unless 1 to 50 rooms are named */
    public BookingOrder {
        rooms = List.copyOf(rooms);
        override = Set.copyOf(override);
        if (rooms.isEmpty() || rooms.size() > MOST_ROOMS) {
            throw new IllegalArgumentException("A booking names 1 to " + MOST_ROOMS + " rooms");
        }
    }

    /** An order that keeps to all rules. */
    public BookingOrder(
            Content content, Schedule schedule, List<RoomId> rooms, OnConflict onConflict, boolean reacquire) {
        this(content, schedule, rooms, onConflict, reacquire, Set.of());
    }

    /** An order whose dates are to be won back. */
    public BookingOrder(Content content, Schedule schedule, List<RoomId> rooms, OnConflict onConflict) {
        this(content, schedule, rooms, onConflict, true);
    }

    /** The order that would make {@code booking} as it stands; of a series without what was changed on single dates. */
    public static BookingOrder of(Booking booking) {
        return new BookingOrder(
                booking.content(),
                booking.schedule().recurs() ? booking.schedule() : asItIs(booking),
                booking.rooms(),
                OnConflict.REJECT,
                booking.dates().reacquire());
    }

    /** The one date may have been moved, or have gone on for longer, since it was agreed. */
    private static Schedule asItIs(Booking single) {
        Schedule agreed = single.schedule();
        return single.occurrences().stream()
                .map(Occurrence::time)
                .filter(time -> !time.equals(agreed.first()))
                .map(time -> agreed.withStart(LocalDateTime.ofInstant(time.start(), agreed.zone()))
                        .lasting(agreed.lengthOf(time)))
                .findFirst()
                .orElse(agreed);
    }

    /** The same order, in other rooms. */
    public BookingOrder in(List<RoomId> others) {
        return new BookingOrder(content, schedule, others, onConflict, reacquire, override);
    }

    /** The same order, at other times. */
    public BookingOrder on(Schedule changed) {
        return new BookingOrder(content, changed, rooms, onConflict, reacquire, override);
    }

    /** The same order, about something else. */
    public BookingOrder about(Content changed) {
        return new BookingOrder(changed, schedule, rooms, onConflict, reacquire, override);
    }

    /** The same order, with these rules set aside and no others. */
    public BookingOrder overriding(Set<OverridableRule> rules) {
        return new BookingOrder(content, schedule, rooms, onConflict, reacquire, rules);
    }
}
