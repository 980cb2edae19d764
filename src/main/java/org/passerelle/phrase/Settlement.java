package org.passerelle.phrase;

import static org.passerelle.phrase.Phrase.UnreadReason.CONTRADICTION;
import static org.passerelle.phrase.Phrase.UnreadReason.NOT_A_SERIES;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.phrase.Phrase.Part;
import org.passerelle.phrase.Phrase.Unread;
import org.passerelle.phrase.PhraseRule.Present;
import org.passerelle.time.DayPart;
import org.passerelle.time.Frequency;
import org.passerelle.time.Recurrence;

/** Makes one meaning of the pieces of a line: what each says beside the others, and which do not go together. For one line. */
final class Settlement {

    private static final LocalTime NOON = LocalTime.NOON;

    private final Present present;
    private final List<Said> pieces;
    private final List<Part> parts = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    Settlement(Present present, List<Said> pieces) {
        this.present = present;
        this.pieces = pieces;
    }

    Phrase settle(boolean wasCut) {
        List<Said> clear = new HoursBesideOthers(new WeekdaysOfDates(pieces, present).settled()).settled();
        boolean repeats = wishes(clear).anyMatch(Wish.Repeating.class::isInstance);
        boolean hasADay = repeats
                || clear.stream().anyMatch(Said.BareWeekday.class::isInstance)
                || wishes(clear).anyMatch(Wish.OnDay.class::isInstance);
        Optional<LocalTime> start = wishes(clear)
                .filter(Wish.StartingAt.class::isInstance)
                .map(wish -> ((Wish.StartingAt) wish).time())
                .findFirst();
        for (Said piece : clear) {
            if (piece instanceof Said.Clear each) {
                take(hasADay ? withoutDays(each.part()) : each.part());
            } else if (piece instanceof Said.BareWeekday weekday) {
                take(weekday(weekday, start));
            } else if (piece instanceof Said.Unclear each) {
                unread.add(each.unread());
            }
        }
        dropHalvesThatContradict(start);
        Optional<LocalDate> day = firstDay(start);
        clear.forEach(piece -> {
            if (piece instanceof Said.ForPeriod period) {
                endOf(period, day, repeats);
            }
        });
        if (!repeats) {
            endsOfNoSeries();
        }
        parts.sort(Comparator.comparingInt(part -> part.span().start()));
        unread.sort(Comparator.comparingInt(each -> each.span().start()));
        return new Phrase(present.line(), present.zone(), day, parts, unread, wasCut);
    }

    private static Stream<Wish> wishes(List<Said> pieces) {
        return pieces.stream()
                .filter(Said.Clear.class::isInstance)
                .flatMap(piece -> ((Said.Clear) piece).part().wishes().stream());
    }

    /** That 9-11 may be a day counts only where no other is said. */
    private static Part withoutDays(Part part) {
        return part.wishes().get(0) instanceof Wish.StartingAt
                ? new Part(
                        part.span(),
                        part.wishes(),
                        part.otherwise().stream()
                                .filter(reading -> !(reading.wishes().get(0) instanceof Wish.OnDay))
                                .toList())
                : part;
    }

    /** Today if that is its name and its time is to come, otherwise the next. */
    private Part weekday(Said.BareWeekday weekday, Optional<LocalTime> start) {
        LocalDate today = present.today();
        LocalDate coming = coming(weekday, present);
        boolean isToday = today.getDayOfWeek() == weekday.day();
        boolean isToCome = start.filter(time -> !time.isAfter(present.local().toLocalTime()))
                .isEmpty();
        return isToday && isToCome
                ? new Part(weekday.span(), List.of(new Wish.OnDay(today)), List.of(DayRules.reading(coming)))
                : new Part(weekday.span(), List.of(new Wish.OnDay(coming)), List.of());
    }

    static LocalDate coming(Said.BareWeekday weekday, Present present) {
        return present.today().with(TemporalAdjusters.next(weekday.day()));
    }

    /** Takes a part unless something else has been said of the same matter. */
    private void take(Part part) {
        List<Wish> other = part.wishes().stream()
                .filter(wish -> parts.stream()
                        .flatMap(taken -> taken.wishes().stream())
                        .anyMatch(taken -> Matters.contradict(taken, wish)))
                .toList();
        if (other.isEmpty()) {
            parts.add(part);
        } else {
            unread.add(new Unread(part.span(), CONTRADICTION, List.of()));
        }
    }

    /** Of "tomorrow morning at 15:00" the time counts. */
    private void dropHalvesThatContradict(Optional<LocalTime> start) {
        start.ifPresent(time -> drop(
                part -> part.wishes().stream()
                        .anyMatch(wish -> wish instanceof Wish.DuringPart half
                                && (half.part() == DayPart.MORNING && !time.isBefore(NOON)
                                        || half.part() == DayPart.AFTERNOON && time.isBefore(NOON))),
                CONTRADICTION));
    }

    private void drop(Predicate<Part> condition, Phrase.UnreadReason reason) {
        List<Part> dropped = parts.stream().filter(condition).toList();
        parts.removeAll(dropped);
        dropped.forEach(part -> unread.add(new Unread(part.span(), reason, List.of())));
    }

    private void endsOfNoSeries() {
        drop(
                part -> part.wishes().stream()
                        .anyMatch(wish -> wish instanceof Wish.LastDay || wish instanceof Wish.SoManyTimes),
                NOT_A_SERIES);
    }

    private void endOf(Said.ForPeriod period, Optional<LocalDate> day, boolean repeats) {
        if (repeats && day.isPresent()) {
            LocalDate last = last(day.get(), period.period());
            take(new Part(period.span(), List.of(new Wish.LastDay(last)), List.of()));
        } else {
            unread.add(new Unread(period.span(), NOT_A_SERIES, List.of()));
        }
    }

    /** Months of a monthly series are those of the calendar, so that six have six dates. */
    private LocalDate last(LocalDate first, Period period) {
        boolean isMonthly = first(Wish.Repeating.class)
                .filter(wish -> wish.rule().frequency() == Frequency.MONTHLY)
                .isPresent();
        LocalDate from = isMonthly && period.getMonths() > 0 ? first.withDayOfMonth(1) : first;
        return from.plus(period).minusDays(1);
    }

    private Optional<LocalDate> firstDay(Optional<LocalTime> start) {
        Optional<LocalDate> said = first(Wish.OnDay.class).map(Wish.OnDay::day);
        Optional<Recurrence> rule = first(Wish.Repeating.class).map(Wish.Repeating::rule);
        if (rule.isEmpty()) {
            return said;
        }
        boolean isOver = start.filter(time -> !time.isAfter(present.local().toLocalTime()))
                .isPresent();
        LocalDate from = said.orElseGet(() -> isOver ? present.today().plusDays(1) : present.today());
        List<DayOfWeek> days = Matters.weekdays(rule.get());
        if (!days.isEmpty()) {
            return Stream.iterate(from, day -> day.plusDays(1))
                    .limit(7)
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .findFirst();
        }
        return rule.get().first(1, from.atStartOfDay(), present.zone()).stream()
                .map(first -> first.local().toLocalDate())
                .findFirst();
    }

    private <W extends Wish> Optional<W> first(Class<W> sort) {
        return parts.stream()
                .flatMap(part -> part.wishes().stream())
                .filter(sort::isInstance)
                .map(sort::cast)
                .findFirst();
    }
}
