package org.passerelle.booking.edits;

import static org.passerelle.booking.Outcomes.isDone;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.PARIS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.Orders;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.edits.SeriesTwin.Line;
import org.passerelle.booking.edits.SeriesTwin.Rhythm;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.time.EventDuration;

/** A series and all parts cut off it, edited at random, and beside each part its {@link SeriesTwin}. */
final class SeriesUnderEdit {

    /** A part as it is booked, and as it should be. */
    record Part(Booking booking, SeriesTwin twin) {}

    private final BookingDesk desk;
    private final Random random;
    private final List<Part> parts = new ArrayList<>();
    private int refused;

    SeriesUnderEdit(BookingDesk desk, Random random) {
        this.desk = desk;
        this.random = random;
        while (parts.isEmpty()) {
            Rhythm rhythm = new Rhythm(
                    today().plusDays(random.nextInt(4)), LocalTime.of(12 + random.nextInt(4), 0), length(), rule());
            BookingResult result = desk.book(CAMILLE, to(rhythm).apply(Orders.anOrder(Rooms.STUDIO)));
            if (result instanceof BookingResult.Done done) {
                parts.add(new Part(done.booking(), SeriesTwin.booked(rhythm)));
            }
        }
    }

    /** As they are stored. */
    List<Part> parts() {
        return parts.stream()
                .map(part -> new Part(desk.stored(part.booking()), part.twin()))
                .toList();
    }

    int refused() {
        return refused;
    }

    /** Does one thing at random, and returns what it was. */
    String edit() {
        int index = random.nextInt(parts.size());
        return switch (random.nextInt(9)) {
            case 0, 1 -> pass();
            case 2 -> move(index);
            case 3 -> callOff(index);
            case 4 -> putBack(index);
            case 5, 6 -> change(index);
            default -> changeFollowing(index);
        };
    }

    private String pass() {
        Duration time = Duration.ofHours(1 + random.nextInt(24 * 4));
        desk.clock.advance(time);
        return "now " + now();
    }

    private String move(int index) {
        Optional<LocalDate> day = any(index);
        if (day.isEmpty()) {
            return "no date to move";
        }
        boolean isLonger = random.nextInt(3) == 0;
        Line line = line(index, day.get());
        LocalDateTime start =
                isLonger ? line.start() : today().plusDays(random.nextInt(20)).atTime(9 + random.nextInt(8), 30);
        Duration length = isLonger ? length() : line.length();
        OccurrenceEdit edit = new OccurrenceEdit(
                isLonger ? Optional.empty() : Optional.of(moment(start)),
                isLonger ? Optional.of(EventDuration.exact(length)) : Optional.empty(),
                Optional.empty());
        if (!line.off()) {
            note(index, one(index, day.get(), edit), twin(index).with(day.get(), new Line(start, length, false)));
        }
        return "one " + day.get() + " of " + index + " to " + start + " " + length;
    }

    private String callOff(int index) {
        Optional<LocalDate> day = any(index);
        if (day.isEmpty() || line(index, day.get()).off()) {
            return "no date to call off";
        }
        Line line = line(index, day.get());
        BookingResult result = desk.cancelling.cancelDate(
                CAMILLE, parts.get(index).booking().id(), name(index, day.get()), Optional.empty());
        note(index, result, twin(index).with(day.get(), new Line(line.start(), line.length(), true)));
        return "drop " + day.get() + " of " + index;
    }

    private String putBack(int index) {
        Optional<LocalDate> day = twin(index).lines().entrySet().stream()
                .filter(each -> each.getValue().off())
                .map(each -> each.getKey())
                .findFirst();
        if (day.isEmpty()) {
            return "no date to put back";
        }
        Rhythm rhythm = twin(index).rhythm();
        LocalDateTime start = day.get().atTime(rhythm.time());
        OccurrenceEdit edit = new OccurrenceEdit(
                Optional.of(moment(start)), Optional.of(EventDuration.exact(rhythm.length())), Optional.empty());
        note(index, one(index, day.get(), edit), twin(index).with(day.get(), new Line(start, rhythm.length(), false)));
        return "back " + day.get() + " of " + index;
    }

    private String change(int index) {
        Rhythm said = said(twin(index).rhythm(), twin(index).rhythm().first());
        note(
                index,
                tried(() -> desk.change(parts.get(index).booking(), CAMILLE, to(said))),
                twin(index).changed(said, now()));
        return "all of " + index + " to " + said;
    }

    private String changeFollowing(int index) {
        SeriesTwin whole = twin(index);
        Optional<LocalDate> day = any(index);
        if (day.isEmpty()) {
            return "no date to begin with";
        }
        LocalDate from = day.get();
        Rhythm said = said(whole.from(from).rhythm(), from);
        SeriesTwin later = whole.changedFrom(from, said, now());
        String name = name(index, from).toString();
        BookingResult result = tried(() -> desk.changeFollowing(parts.get(index).booking(), CAMILLE, name, to(said)));
        if (whole.isFirst(from)) {
            note(index, result, later);
        } else if (isDone(result)) {
            parts.set(index, new Part(parts.get(index).booking(), whole.before(from)));
            parts.add(new Part(((BookingResult.Done) result).booking(), later));
        } else {
            refused++;
        }
        return "following " + from + " of " + index + " to " + said;
    }

    /** Another hour, length, day or rule. */
    private Rhythm said(Rhythm had, LocalDate day) {
        return switch (random.nextInt(5)) {
            case 0 -> new Rhythm(had.first(), had.time(), length(), had.rule());
            case 1 -> new Rhythm(had.first(), LocalTime.of(9 + random.nextInt(8), 0), had.length(), had.rule());
            case 2 -> new Rhythm(had.first(), had.time(), had.length(), rule());
            case 3 -> new Rhythm(day.plusDays(random.nextInt(4)), had.time(), had.length(), had.rule());
            default ->
                new Rhythm(
                        today().plusDays(random.nextInt(9)),
                        LocalTime.of(9 + random.nextInt(8), 0),
                        length(),
                        had.rule());
        };
    }

    private static UnaryOperator<BookingOrder> to(Rhythm said) {
        return order -> Orders.changed(
                order,
                Orders.at(said.first().atTime(said.time()).toString()),
                Orders.lasting(said.length().toString()),
                Orders.every(said.rule().text()));
    }

    private interface Attempt {

        BookingResult result();
    }

    private static BookingResult tried(Attempt attempt) {
        try {
            return attempt.result();
        } catch (EmptySchedule nothingLeft) {
            return new BookingResult.Refused(List.of());
        }
    }

    private BookingResult one(int index, LocalDate day, OccurrenceEdit edit) {
        return desk.changingOne.change(
                CAMILLE, parts.get(index).booking().id(), name(index, day), Optional.empty(), edit);
    }

    private void note(int index, BookingResult result, SeriesTwin twin) {
        if (isDone(result)) {
            parts.set(index, new Part(parts.get(index).booking(), twin));
        } else {
            refused++;
        }
    }

    private Optional<LocalDate> any(int index) {
        List<LocalDate> days = List.copyOf(twin(index).lines().keySet());
        boolean isOff = desk.stored(parts.get(index).booking()).isVoid();
        return days.isEmpty() || isOff ? Optional.empty() : Optional.of(days.get(random.nextInt(days.size())));
    }

    private SeriesTwin twin(int index) {
        return parts.get(index).twin();
    }

    private Line line(int index, LocalDate day) {
        return java.util.Objects.requireNonNull(twin(index).lines().get(day));
    }

    /** What the program calls the date of {@code day}. */
    private Instant name(int index, LocalDate day) {
        return desk.stored(parts.get(index).booking()).occurrences().stream()
                .map(date -> date.recurrenceId())
                .filter(name -> LocalDate.ofInstant(name, PARIS).equals(day))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No date is called " + day));
    }

    private TwinRule rule() {
        return TwinRule.any(random);
    }

    private Duration length() {
        return Duration.ofMinutes(30 + 15L * random.nextInt(5));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(desk.clock.instant(), PARIS);
    }

    private LocalDate today() {
        return now().toLocalDate();
    }

    private static Instant moment(LocalDateTime local) {
        return local.atZone(PARIS).toInstant();
    }
}
