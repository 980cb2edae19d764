package org.passerelle.api.booking;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.TimeFields;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteClock;
import org.passerelle.time.EventDuration;
import org.passerelle.time.InvalidRecurrence;
import org.passerelle.time.Recurrence;

/** Makes an order of the fields of one request, laid over the order that stands, if there is one. */
final class OrderReader {

    private final Fields errors = new Fields();
    private final OrderFields sent;
    private final OrderFields.ScheduleFields when;
    private final @Nullable BookingOrder standing;
    private final SiteClock clock;
    private final AskedPart.Standing day;

    private OrderReader(OrderFields sent, @Nullable BookingOrder standing, SiteClock clock, AskedPart.Standing day) {
        this.sent = sent;
        this.when = sent.schedule();
        this.standing = standing;
        this.clock = clock;
        this.day = day;
    }

    /**
     * The order that makes a booking.
     *
     * @param clock of the site of its first room, on which times are read unless the request says otherwise
     * @throws InvalidRequest naming every field that is missing or makes no sense
     */
    static BookingOrder create(OrderFields sent, SiteClock clock) {
        return new OrderReader(sent, null, clock, AskedPart.Standing.NONE).order();
    }

    /** The order {@code standing} with the fields that were sent in the place of its own. */
    static BookingOrder change(BookingFields sent, BookingOrder standing, RequestClocks clocks) {
        Schedule before = standing.schedule();
        OrderReader reader = new OrderReader(
                sent.order(),
                standing,
                clocks.of(sent.order().rooms(), standing.rooms()),
                AskedPart.Standing.on(
                        before.start().toLocalDate(),
                        clocks.at(standing.rooms()).flatMap(there -> there.partAt(before.first()))));
        if (sent.hold() != null) {
            reader.errors.refuse("hold", "booking.hold-only-at-creation");
        }
        if (sent.onBehalfOf() != null) {
            reader.errors.refuse("onBehalfOf", "booking.on-behalf-only-at-creation");
        }
        return reader.order();
    }

    private BookingOrder order() {
        Optional<Content> content =
                ContentReader.read(sent.subject(), standing == null ? null : standing.content(), errors);
        Optional<Schedule> schedule = schedule();
        List<RoomId> rooms = rooms();
        OnConflict onConflict = sent.onConflict() == null
                ? OnConflict.REJECT
                : errors.parsed("onConflict", sent.onConflict(), OnConflict::valueOf, "booking.on-conflict")
                        .orElse(OnConflict.REJECT);
        errors.requireNone();
        return new BookingOrder(content.orElseThrow(), schedule.orElseThrow(), rooms, onConflict, reacquire());
    }

    private boolean reacquire() {
        if (sent.reacquire() == null) {
            return standing == null || standing.reacquire();
        }
        return sent.reacquire();
    }

    private List<RoomId> rooms() {
        if (sent.rooms() == null) {
            if (standing != null) {
                return standing.rooms();
            }
            errors.refuse("rooms", "field.missing");
            return List.of();
        }
        if (sent.rooms().isEmpty() || sent.rooms().size() > BookingOrder.MOST_ROOMS) {
            errors.refuse("rooms", "booking.rooms-count");
            return List.of();
        }
        return sent.rooms().stream()
                .flatMap(name -> errors.parsed("rooms", name, RoomId::new, "booking.room-name").stream())
                .toList();
    }

    private Optional<Schedule> schedule() {
        if (AskedPart.isAskedFor(when)) {
            Optional<AskedPart> part = AskedPart.read(when, clock, day, errors);
            return schedule(part.map(AskedPart::start), part.map(AskedPart::length), clock.zone());
        }
        ZoneId zone = Optional.ofNullable(when.timeZone())
                .flatMap(TimeFields::zone)
                .orElseGet(() ->
                        standing == null ? clock.zone() : standing.schedule().zone());
        Optional<LocalDateTime> start = start(zone);
        return schedule(start, start.flatMap(from -> length(from, zone)), zone);
    }

    private Optional<Schedule> schedule(Optional<LocalDateTime> start, Optional<EventDuration> length, ZoneId zone) {
        Optional<Recurrence> recurrence = start.flatMap(from -> recurrence(from, zone));
        Set<LocalDate> exclude = exclude();
        return start.flatMap(from -> length.map(each -> new Schedule(from, zone, each, recurrence, exclude)));
    }

    private Optional<LocalDateTime> start(ZoneId zone) {
        if (when.start() == null && standing != null) {
            return Optional.of(standing.schedule().start());
        }
        return errors.parsed("start", when.start(), text -> TimeFields.local(text, zone), "time.local");
    }

    private Optional<EventDuration> length(LocalDateTime start, ZoneId zone) {
        if (when.duration() != null && when.end() != null) {
            errors.refuse("end", "booking.duration-or-end");
            return Optional.empty();
        }
        if (when.end() != null) {
            return errors.parsed(
                    "end", when.end(), text -> TimeFields.between(start, TimeFields.local(text, zone)), "booking.end");
        }
        if (when.duration() == null && standing != null) {
            return Optional.of(standing.schedule().length());
        }
        return errors.parsed("duration", when.duration(), TimeFields::length, "time.duration");
    }

    private Optional<Recurrence> recurrence(LocalDateTime start, ZoneId zone) {
        if (when.recurrence() == null) {
            return standing == null
                    ? Optional.empty()
                    : standing.schedule().movedTo(start, zone).recurrence();
        }
        if (when.recurrence().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Recurrence.parse(when.recurrence()));
        } catch (InvalidRecurrence e) {
            errors.refuse("recurrence", e);
            return Optional.empty();
        }
    }

    private Set<LocalDate> exclude() {
        if (when.exclude() == null) {
            return standing == null ? Set.of() : standing.schedule().exclude();
        }
        if (when.exclude().size() > Schedule.MOST_EXCLUDED) {
            errors.refuse("exclude", "booking.exclude-count");
            return Set.of();
        }
        Set<LocalDate> dates = new HashSet<>();
        when.exclude()
                .forEach(text -> errors.parsed("exclude", text, TimeFields::date, "time.date")
                        .ifPresent(dates::add));
        return dates;
    }
}
