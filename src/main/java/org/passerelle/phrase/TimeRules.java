package org.passerelle.phrase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.phrase.ClockTimes.ClockTime;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.phrase.Phrase.UnreadReason;
import org.passerelle.phrase.PhraseRule.Matched;
import org.passerelle.time.DayPart;
import org.passerelle.time.Slots;

/** Times of the day: at nine, 9-11, de 9h à 11h, now, in two hours, the morning. */
final class TimeRules {

    private final Lexicon words;
    private final ClockTimes clock;

    TimeRules(Lexicon words, ClockTimes clock) {
        this.words = words;
        this.clock = clock;
    }

    List<PhraseRule> all() {
        String a = clock.expression("a");
        String b = clock.expression("b");
        String number = "(?<n>\\d{1,3}|" + words.any("number") + ")";
        return List.of(
                PhraseRule.of(
                        words.any("now"), found -> at(found, found.present().instant())),
                PhraseRule.of(
                        words.any("in") + "\\s" + number + "\\s?(?:(?<hours>h|" + words.any("hour") + "|"
                                + words.any("hour-or-clock") + ")|" + words.any("minute") + ")",
                        this::in),
                PhraseRule.of(
                        words.any("in") + "\\s" + words.any("half-hour"),
                        found -> at(found, found.present().instant().plus(Duration.ofMinutes(30)))),
                PhraseRule.of(
                        "(?:" + words.any("from") + "\\s)?" + a + "(?:\\s?-\\s?|\\s" + words.any("to") + "\\s)" + b
                                + "(?!-?\\d)",
                        TimeRules::range),
                PhraseRule.of(
                        words.any("between") + "\\s" + a + "\\s" + words.any("and") + "\\s" + b, TimeRules::range),
                PhraseRule.of(words.any("at") + "\\s" + a, found -> start(found, isSaidToBeATime(found))),
                PhraseRule.of(a, found -> start(found, false)),
                PhraseRule.of(
                        "(?:" + words.any("at") + "\\s)?(?:(?<half>" + words.any("half-past") + ")|(?<quarter>"
                                + words.any("quarter-past") + ")|" + words.any("quarter-to") + ")\\s(?<n>\\d{1,2}|"
                                + words.any("number") + ")",
                        this::past),
                PhraseRule.of(
                        words.any("this") + "\\s" + words.any("noon"),
                        found -> Optional.of(Said.clear(
                                found.span(), new Wish.OnDay(found.today()), new Wish.StartingAt(LocalTime.NOON)))),
                PhraseRule.of(
                        "(?:(?<this>" + words.any("this") + ")\\s)?(?<part>" + words.any("part") + ")", this::part),
                PhraseRule.of("(?<half>" + words.any("half-day") + ")", this::halfDay));
    }

    /** The end of something, after words such as "until". */
    List<PhraseRule> ends() {
        return List.of(PhraseRule.of(words.any("until") + "\\s" + clock.expression("a"), TimeRules::end));
    }

    /** On the grid of bookings, the slot that runs. */
    private static Optional<Said> at(Matched found, Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(
                Slots.start(Slots.containing(instant)), found.present().zone());
        return Optional.of(Said.clear(
                found.span(), new Wish.OnDay(local.toLocalDate()), new Wish.StartingAt(local.toLocalTime())));
    }

    private Optional<Said> in(Matched found) {
        int count = words.number("number", found.text("n"));
        Duration later = found.has("hours") ? Duration.ofHours(count) : Duration.ofMinutes(count);
        Duration roundedUp = Slots.LENGTH.minusNanos(1);
        return at(found, found.present().instant().plus(later).plus(roundedUp));
    }

    private static Optional<Said> range(Matched found) {
        Optional<ClockTime> first = ClockTimes.read(found, "a");
        Optional<ClockTime> last = ClockTimes.read(found, "b");
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.of(Said.impossible(found.span()));
        }
        ClockTime from = first.get();
        ClockTime to = last.get();
        List<Reading> otherwise = new ArrayList<>();
        if (ClockTimes.hasHalf(found, "b") && !from.half() && from.hours() <= 12) {
            ClockTime sameHalf = new ClockTime(from.hours() % 12 + (to.hours() >= 12 ? 12 : 0), from.minutes(), true);
            from = sameHalf.minuteOfDay() < to.minuteOfDay() ? sameHalf : from;
        } else if (from.isEarly() && !to.half()) {
            otherwise.add(reading(from, to));
            from = from.inTheAfternoon();
            to = to.hours() < 12 ? to.inTheAfternoon() : to;
        } else if (!to.half() && to.hours() < 12 && to.minuteOfDay() <= from.minuteOfDay()) {
            ClockTime later = to.inTheAfternoon();
            to = later.minuteOfDay() > from.minuteOfDay() ? later : to;
        }
        if (from.local().equals(to.local())) {
            return Optional.of(Said.impossible(found.span()));
        }
        date(found).ifPresent(otherwise::add);
        return Optional.of(
                Said.clear(found.span(), otherwise, new Wish.StartingAt(from.local()), new Wish.EndingAt(to.local())));
    }

    /** Two bare numbers may be a day and a month. */
    private static Optional<Reading> date(Matched found) {
        String[] numbers = found.found().group().split("-", -1);
        if (numbers.length != 2
                || !numbers[0].strip().matches("\\d{1,2}")
                || !numbers[1].strip().matches("\\d{1,2}")) {
            return Optional.empty();
        }
        int day = Integer.parseInt(numbers[0].strip());
        int month = Integer.parseInt(numbers[1].strip());
        return DayRules.next(month, day, found.today()).map(DayRules::reading);
    }

    private static Reading reading(ClockTime from, ClockTime to) {
        return Reading.of(
                text(from.local()) + "-" + text(to.local()),
                new Wish.StartingAt(from.local()),
                new Wish.EndingAt(to.local()));
    }

    static String text(LocalTime time) {
        return time.toString();
    }

    static Reading reading(LocalTime start) {
        return Reading.of(text(start), new Wish.StartingAt(start));
    }

    private static Optional<Said> start(Matched found, boolean isSaidToBeOne) {
        boolean isClear = ClockTimes.isClear(found, "a") || isSaidToBeOne;
        if (!isClear && !ClockTimes.isMarked(found, "a")) {
            return Optional.empty();
        }
        return Optional.of(ClockTimes.read(found, "a")
                .filter(ClockTime::isWithinTheDay)
                .map(time ->
                        isClear ? start(found, time) : new Said.BareHours(found.span(), time.hours(), time.minutes()))
                .orElseGet(() -> Said.impossible(found.span())));
    }

    /** Whether "at" stands before it; an English "a" without its accent, as in "a 2h meeting", is not that. */
    private static boolean isSaidToBeATime(Matched found) {
        boolean isArticle = found.present()
                .line()
                .substring(found.span().start())
                .toLowerCase(Locale.ROOT)
                .startsWith("a ");
        return !isArticle || !ClockTimes.isMarked(found, "a");
    }

    private static Said start(Matched found, ClockTime time) {
        if (time.isEarly()) {
            return Said.clear(
                    found.span(),
                    List.of(reading(time.local())),
                    new Wish.StartingAt(time.inTheAfternoon().local()));
        }
        return Said.clear(found.span(), new Wish.StartingAt(time.local()));
    }

    private Optional<Said> past(Matched found) {
        int hours = words.number("number", found.text("n"));
        if (hours < 1 || hours > 12) {
            return Optional.of(Said.impossible(found.span()));
        }
        int minutes = found.has("half") ? 30 : found.has("quarter") ? 15 : -15;
        LocalTime time = LocalTime.of(hours % 24, 0).plusMinutes(minutes);
        return Optional.of(start(found, new ClockTime(time.getHour(), time.getMinute(), false)));
    }

    private static Optional<Said> end(Matched found) {
        return Optional.of(ClockTimes.read(found, "a")
                .map(time -> time.isEarly() ? time.inTheAfternoon() : time)
                .map(time -> Said.clear(found.span(), new Wish.EndingAt(time.local())))
                .orElseGet(() -> Said.impossible(found.span())));
    }

    private Optional<Said> part(Matched found) {
        DayPart part = DayPart.values()[words.number("part", found.text("part")) - 1];
        LocalDate today = found.today();
        return Optional.of(
                found.has("this")
                        ? Said.clear(found.span(), new Wish.OnDay(today), new Wish.DuringPart(part))
                        : Said.clear(found.span(), new Wish.DuringPart(part)));
    }

    private Optional<Said> halfDay(Matched found) {
        Locale language = words.languageOf("half-day", found.text("half"));
        return Optional.of(Said.unclear(
                found.span(),
                UnreadReason.AMBIGUOUS,
                List.of(
                        Reading.of(words.first("part.1", language), new Wish.DuringPart(DayPart.MORNING)),
                        Reading.of(words.first("part.2", language), new Wish.DuringPart(DayPart.AFTERNOON)))));
    }
}
