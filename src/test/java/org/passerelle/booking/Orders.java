package org.passerelle.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Recurrence;

/** Orders for tests, each made from another: an hour on Wednesday 1 April 2026 at 09:00 in Paris, unless said otherwise. */
public final class Orders {

    public static final String START = "2026-04-01T09:00";

    private Orders() {}

    public static Content titled(String title) {
        return new Content(title, "", Visibility.ORGANISATION, 0, List.of(), Optional.empty());
    }

    public static BookingOrder anOrder(Room... rooms) {
        Schedule schedule =
                new Schedule(LocalDateTime.parse(START), Rooms.PARIS, Duration.ofHours(1), Optional.empty(), Set.of());
        return new BookingOrder(titled("Comité"), schedule, ids(rooms), OnConflict.REJECT);
    }

    public static List<RoomId> ids(Room... rooms) {
        return Arrays.stream(rooms).map(Room::id).toList();
    }

    public static UnaryOperator<BookingOrder> at(String start) {
        return order -> with(order, schedule(order.schedule(), LocalDateTime.parse(start), null));
    }

    public static UnaryOperator<BookingOrder> lasting(String duration) {
        return order -> with(order, order.schedule().lasting(EventDuration.parse(duration)));
    }

    /** Until the clock shows {@code end}; after {@link #at}. */
    public static UnaryOperator<BookingOrder> until(String end) {
        return order -> with(
                order,
                order.schedule().lasting(EventDuration.between(order.schedule().start(), LocalDateTime.parse(end))));
    }

    public static UnaryOperator<BookingOrder> every(String rule) {
        return order -> with(order, order.schedule().withRecurrence(Optional.of(Recurrence.parse(rule))));
    }

    public static UnaryOperator<BookingOrder> inZone(ZoneId zone) {
        return order -> with(order, schedule(order.schedule(), order.schedule().start(), zone));
    }

    public static UnaryOperator<BookingOrder> without(String... dates) {
        Set<LocalDate> excluded = Arrays.stream(dates).map(LocalDate::parse).collect(Collectors.toSet());
        return order -> with(
                order,
                new Schedule(
                        order.schedule().start(),
                        order.schedule().zone(),
                        order.schedule().length(),
                        order.schedule().recurrence(),
                        excluded));
    }

    public static UnaryOperator<BookingOrder> inRooms(Room... rooms) {
        return order ->
                new BookingOrder(order.content(), order.schedule(), ids(rooms), order.onConflict(), order.reacquire());
    }

    public static UnaryOperator<BookingOrder> called(String title) {
        return order -> about(order, titled(title));
    }

    /** Everything but who is invited stays. */
    public static UnaryOperator<BookingOrder> inviting(String... addresses) {
        return order -> about(
                order,
                new Content(
                        order.content().title(),
                        order.content().notes(),
                        order.content().visibility(),
                        order.content().headcount(),
                        Arrays.stream(addresses)
                                .map(address -> new Attendee(new EmailAddress(address), ""))
                                .toList(),
                        order.content().conference()));
    }

    /** Everything but the title stays. */
    public static UnaryOperator<BookingOrder> renamed(String title) {
        return order -> about(
                order,
                new Content(
                        title,
                        order.content().notes(),
                        order.content().visibility(),
                        order.content().headcount(),
                        order.content().attendees(),
                        order.content().conference()));
    }

    /** Everything stays, and the rooms are to be linked. */
    public static UnaryOperator<BookingOrder> linked(ConferenceWish wish) {
        return order -> about(order, order.content().linked(Optional.of(wish)));
    }

    /** Everything stays, but the rooms are not to be linked. */
    public static UnaryOperator<BookingOrder> unlinked() {
        return order -> about(order, order.content().linked(Optional.empty()));
    }

    public static UnaryOperator<BookingOrder> forPeople(int headcount) {
        return order -> about(
                order,
                new Content(
                        order.content().title(), "", Visibility.ORGANISATION, headcount, List.of(), Optional.empty()));
    }

    private static BookingOrder about(BookingOrder order, Content content) {
        return new BookingOrder(content, order.schedule(), order.rooms(), order.onConflict(), order.reacquire());
    }

    public static UnaryOperator<BookingOrder> skipping() {
        return onConflict(OnConflict.SKIP);
    }

    public static UnaryOperator<BookingOrder> substituting() {
        return onConflict(OnConflict.SUBSTITUTE);
    }

    private static UnaryOperator<BookingOrder> onConflict(OnConflict choice) {
        return order -> new BookingOrder(order.content(), order.schedule(), order.rooms(), choice, order.reacquire());
    }

    public static UnaryOperator<BookingOrder> reacquiring(boolean wished) {
        return order -> new BookingOrder(order.content(), order.schedule(), order.rooms(), order.onConflict(), wished);
    }

    /** {@code order} with all of {@code changes}, one after the other. */
    @SafeVarargs
    public static BookingOrder changed(BookingOrder order, UnaryOperator<BookingOrder>... changes) {
        BookingOrder result = order;
        for (UnaryOperator<BookingOrder> change : changes) {
            result = change.apply(result);
        }
        return result;
    }

    private static BookingOrder with(BookingOrder order, Schedule schedule) {
        return new BookingOrder(order.content(), schedule, order.rooms(), order.onConflict(), order.reacquire());
    }

    private static Schedule schedule(Schedule old, LocalDateTime start, @Nullable ZoneId zone) {
        return new Schedule(start, zone == null ? old.zone() : zone, old.length(), old.recurrence(), old.exclude());
    }
}
