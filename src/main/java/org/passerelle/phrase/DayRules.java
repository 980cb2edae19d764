package org.passerelle.phrase;

import static org.passerelle.phrase.Phrase.UnreadReason.AMBIGUOUS;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.phrase.PhraseRule.Matched;

/** Days: tomorrow, Friday, 12/3, 12 mars, in two weeks. A day without a year is the next one that is so called. */
final class DayRules {

    private static final int LAST_ORDINAL = 5;
    private static final int YEARS_TO_A_LEAP_YEAR = 8;
    private static final int MONTHS_TO_A_LONG_MONTH = 2;
    private static final int CENTURY = 2000;

    private final Lexicon words;

    DayRules(Lexicon words) {
        this.words = words;
    }

    List<PhraseRule> all() {
        String the = "(?:" + words.any("the") + "\\s)?";
        String ending = "(?:\\s?" + words.any("ordinal-ending") + ")?";
        String month = "(?<month>" + words.any("month") + ")\\.?";
        String of = "(?:" + words.any("of") + "[\\s'])?";
        String year = "(?:,?\\s(?<year>20\\d\\d))?";
        String weekday = "(?<weekday>" + words.any("weekday") + ")";
        String number = "(?<n>\\d{1,3}|" + words.any("number") + ")";
        String unit = "(?:(?<days>" + words.any("day") + ")|(?<weeks>" + words.any("week") + ")|(?<months>"
                + words.any("month-unit") + "))";
        return List.of(
                PhraseRule.of(words.any("today"), found -> day(found, found.today())),
                PhraseRule.of(
                        words.any("tomorrow"), found -> day(found, found.today().plusDays(1))),
                PhraseRule.of(
                        the + words.any("overmorrow"),
                        found -> day(found, found.today().plusDays(2))),
                PhraseRule.of(
                        words.any("yesterday"),
                        found -> day(found, found.today().minusDays(1))),
                PhraseRule.of(
                        the + "(?:(?<this>" + words.any("this") + ")\\s)?(?:(?<before>" + words.any("next") + ")\\s)?"
                                + weekday + "\\.?(?:\\s(?<after>" + words.any("next") + "))?(?:\\s(?:(?<week>"
                                + words.any("next-week") + ")|(?<later>" + words.any("week-later") + ")))?",
                        this::weekday),
                PhraseRule.of("(?<week>" + words.any("next-week") + ")", this::nextWeek),
                PhraseRule.of(words.any("next-week") + ",?\\s" + the + weekday, this::weekdayOfNextWeek),
                PhraseRule.of(the + words.any("ordinal.1") + "\\s" + of + month + year, this::firstOfMonth),
                PhraseRule.of(
                        the + "(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})",
                        found -> Optional.of(
                                said(found, date(number(found, "y"), number(found, "m"), number(found, "d"))))),
                PhraseRule.of(the + "(?<a>\\d{1,2})/(?<b>\\d{1,2})(?:/(?<year>\\d{4}|\\d{2}))?(?!/)", this::numeric),
                PhraseRule.of(the + "(?<a>\\d{1,2})\\.(?<b>\\d{1,2})\\.(?<year>\\d{4}|\\d{2})?(?!\\d)", this::numeric),
                PhraseRule.of(the + "(?<day>\\d{1,2})" + ending + "\\s?" + of + month + year, this::dayOfMonth),
                PhraseRule.of(month + "\\s" + the + "(?<day>\\d{1,2})" + ending + year, this::dayOfMonth),
                PhraseRule.of(
                        "(?:" + words.any("the") + "\\s(?<day>\\d{1,2})" + ending + "|(?<alone>\\d{1,2})"
                                + words.any("ordinal-ending") + ")(?!\\s?(?:[:/h]|" + words.any("month") + "))",
                        DayRules::dayOfSomeMonth),
                PhraseRule.of(
                        the + "(?<nth>" + words.any("ordinal") + ")\\s" + weekday + "\\s" + of + month + year,
                        this::weekdayOfMonth),
                PhraseRule.of(
                        words.any("in") + "\\s" + words.any("about-fortnight"),
                        found -> Optional.of(Said.clear(
                                found.span(),
                                List.of(reading(found.today().plusDays(15))),
                                new Wish.OnDay(found.today().plusWeeks(2))))),
                PhraseRule.of(
                        words.any("in") + "\\s" + words.any("fortnight"),
                        found -> day(found, found.today().plusWeeks(2))),
                PhraseRule.of(words.any("in") + "\\s" + number + "\\s" + unit, this::in));
    }

    private static int number(Matched found, String group) {
        return Integer.parseInt(found.text(group));
    }

    private static Optional<Said> day(Matched found, LocalDate day) {
        return Optional.of(Said.clear(found.span(), new Wish.OnDay(day)));
    }

    private static Said said(Matched found, Optional<LocalDate> day) {
        return day.map(date -> Said.clear(found.span(), new Wish.OnDay(date)))
                .orElseGet(() -> Said.impossible(found.span()));
    }

    static Reading reading(LocalDate day) {
        return Reading.of(day.toString(), new Wish.OnDay(day));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first one of that name that is not before {@code today}. */
    static Optional<LocalDate> next(int month, int day, LocalDate today) {
        return IntStream.rangeClosed(0, YEARS_TO_A_LEAP_YEAR)
                .mapToObj(years -> date(today.getYear() + years, month, day))
                .flatMap(Optional::stream)
                .filter(date -> !date.isBefore(today))
                .findFirst();
    }

    private Optional<Said> weekday(Matched found) {
        DayOfWeek day = DayOfWeek.of(words.number("weekday", found.text("weekday")));
        LocalDate today = found.today();
        LocalDate coming = today.with(TemporalAdjusters.next(day));
        if (found.has("week")) {
            return weekdayOfNextWeek(found);
        }
        if (found.has("later")) {
            return day(found, coming.plusWeeks(1));
        }
        if (found.has("before") || found.has("after")) {
            boolean isInThisWeek = coming.isBefore(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            List<Reading> otherwise = isInThisWeek ? List.of(reading(coming.plusWeeks(1))) : List.of();
            return Optional.of(Said.clear(found.span(), otherwise, new Wish.OnDay(coming)));
        }
        if (found.has("this")) {
            return day(found, today.with(TemporalAdjusters.nextOrSame(day)));
        }
        return Optional.of(new Said.BareWeekday(found.span(), day));
    }

    private Optional<Said> weekdayOfNextWeek(Matched found) {
        DayOfWeek day = DayOfWeek.of(words.number("weekday", found.text("weekday")));
        LocalDate monday = found.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return day(found, monday.with(TemporalAdjusters.nextOrSame(day)));
    }

    private Optional<Said> firstOfMonth(Matched found) {
        return Optional.of(said(found, inYear(found, words.number("month", found.text("month")), 1)));
    }

    /** A week is no day. */
    private Optional<Said> nextWeek(Matched found) {
        LocalDate monday = found.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        List<Reading> days = IntStream.range(0, 5)
                .mapToObj(later -> reading(monday.plusDays(later)))
                .toList();
        return Optional.of(Said.unclear(found.span(), AMBIGUOUS, days));
    }

    /** Day and month, as in Europe; what could be American as well is offered so too. */
    private Optional<Said> numeric(Matched found) {
        int a = number(found, "a");
        int b = number(found, "b");
        Optional<LocalDate> dayFirst = inYear(found, b, a);
        Optional<LocalDate> monthFirst = inYear(found, a, b);
        List<Reading> otherwise = new ArrayList<>();
        if (dayFirst.isPresent() && a != b) {
            monthFirst.ifPresent(date -> otherwise.add(reading(date)));
        }
        return Optional.of(dayFirst.or(() -> monthFirst)
                .map(date -> Said.clear(found.span(), otherwise, new Wish.OnDay(date)))
                .orElseGet(() -> Said.impossible(found.span())));
    }

    private Optional<Said> dayOfMonth(Matched found) {
        int month = words.number("month", found.text("month"));
        return Optional.of(said(found, inYear(found, month, number(found, "day"))));
    }

    private static Optional<LocalDate> inYear(Matched found, int month, int day) {
        if (!found.has("year")) {
            return next(month, day, found.today());
        }
        int year = number(found, "year");
        return date(year < 100 ? year + CENTURY : year, month, day);
    }

    private static Optional<Said> dayOfSomeMonth(Matched found) {
        int day = number(found, found.has("day") ? "day" : "alone");
        LocalDate month = found.today().withDayOfMonth(1);
        return Optional.of(said(
                found,
                IntStream.rangeClosed(0, MONTHS_TO_A_LONG_MONTH)
                        .mapToObj(month::plusMonths)
                        .flatMap(first -> date(first.getYear(), first.getMonthValue(), day).stream())
                        .filter(date -> !date.isBefore(found.today()))
                        .findFirst()));
    }

    private Optional<Said> weekdayOfMonth(Matched found) {
        int nth = words.number("ordinal", found.text("nth"));
        DayOfWeek day = DayOfWeek.of(words.number("weekday", found.text("weekday")));
        int month = words.number("month", found.text("month"));
        int year = found.has("year") ? number(found, "year") : found.today().getYear();
        LocalDate date = nthDay(year, month, nth, day);
        boolean isOver = !found.has("year") && date.isBefore(found.today());
        return day(found, isOver ? nthDay(year + 1, month, nth, day) : date);
    }

    private static LocalDate nthDay(int year, int month, int nth, DayOfWeek day) {
        return LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(nth == LAST_ORDINAL ? -1 : nth, day));
    }

    private Optional<Said> in(Matched found) {
        int count = words.number("number", found.text("n"));
        LocalDate today = found.today();
        if (found.has("days")) {
            return day(found, today.plusDays(count));
        }
        return day(found, found.has("weeks") ? today.plusWeeks(count) : today.plusMonths(count));
    }
}
