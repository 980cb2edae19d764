package org.passerelle.phrase;

import static org.passerelle.phrase.Phrase.UnreadReason.AMBIGUOUS;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.phrase.PhraseRule.Matched;
import org.passerelle.time.ByParts;
import org.passerelle.time.DayPart;
import org.passerelle.time.Frequency;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;
import org.passerelle.time.WeekdayNumber;

/** How often something comes round: every day, every second Tuesday, the first Monday of the month. */
final class RepeatRules {

    private static final int LAST_ORDINAL = 5;
    private static final int MOST_PERIODS = 99;
    private static final List<DayOfWeek> WORKING_DAYS =
            Arrays.asList(DayOfWeek.values()).subList(0, 5);

    private final Lexicon words;
    private final Pattern weekday;
    private final Pattern weekdays;

    RepeatRules(Lexicon words) {
        this.words = words;
        this.weekday = Pattern.compile("(?<![\\p{L}])" + words.any("weekday") + "(?![\\p{L}])");
        this.weekdays = Pattern.compile("(?<![\\p{L}])" + words.any("weekdays") + "(?![\\p{L}])");
    }

    List<PhraseRule> all() {
        String every = words.any("every");
        String number = "(?<n>\\d{1,2}|" + words.severalNumbers() + ")";
        String count = "(?:(?:" + number + "|(?<other>" + words.any("other") + "))\\s)?";
        String oneDay = "(?:" + words.any("weekdays") + "|" + words.any("weekday") + ")";
        String more = "(?:(?:\\s?[,&+]\\s?|\\s?,?\\s" + words.any("and") + "\\s)(?:" + words.any("the") + "\\s|" + every
                + "\\s)?" + oneDay + "){0,6}";
        String the = "(?:" + words.any("the") + "\\s)?";
        return List.of(
                PhraseRule.of(words.any("fortnightly"), found -> rule(found, Frequency.WEEKLY, 2)),
                PhraseRule.of(
                        every + "\\s" + count + "(?:(?<day>" + words.any("day") + ")|(?<week>" + words.any("week")
                                + ")|(?<month>" + words.any("month-unit") + ")|" + words.any("year") + ")",
                        this::periods),
                PhraseRule.of(words.any("daily"), found -> rule(found, Frequency.DAILY, 1)),
                PhraseRule.of(words.any("weekly"), found -> rule(found, Frequency.WEEKLY, 1)),
                PhraseRule.of(words.any("monthly"), found -> rule(found, Frequency.MONTHLY, 1)),
                PhraseRule.of(words.any("quarterly"), found -> rule(found, Frequency.MONTHLY, 3)),
                PhraseRule.of("(?<twice>" + words.any("biweekly") + ")", this::biweekly),
                PhraseRule.of(
                        "(?:" + every + "|" + words.any("the") + ")\\s" + words.any("working-day"),
                        found -> on(found, 1, WORKING_DAYS)),
                PhraseRule.of("(?<days>" + every + "\\s" + count + oneDay + more + ")", this::everyWeekday),
                PhraseRule.of(
                        every + "\\s(?<part>" + words.any("part") + ")",
                        found -> Optional.of(
                                Said.clear(found.span(), repeating(Frequency.DAILY, 1, ByParts.NONE), part(found)))),
                PhraseRule.of(
                        "(?<every>" + every + ")\\s(?<nth>" + words.any("ordinal") + ")\\s(?<days>"
                                + words.any("weekday") + ")",
                        this::everyThird),
                PhraseRule.of(
                        words.any("on-alternate") + "\\s(?<days>" + words.any("weekdays") + ")",
                        found -> on(found, 2, days(found.text("days")))),
                PhraseRule.of(
                        "(?:\\d|" + words.any("number") + ")\\s(?<days>" + words.any("weekday") + ")\\s"
                                + words.any("one-in-two"),
                        found -> on(found, 2, days(found.text("days")))),
                PhraseRule.of(
                        "(?:" + words.any("the") + "\\s)?(?<days>" + words.any("weekdays") + more + ")",
                        found -> on(found, 1, days(found.text("days")))),
                PhraseRule.of(
                        "(?:" + every + "\\s)?" + the + "(?<nth>" + words.any("ordinal") + ")\\s(?:(?<days>"
                                + words.any("weekday") + ")|" + words.any("working-day") + ")\\s"
                                + words.any("of-month"),
                        this::ofMonth));
    }

    private Wish part(Matched found) {
        return new Wish.DuringPart(DayPart.values()[words.number("part", found.text("part")) - 1]);
    }

    /** Every third one, or the third of each month. */
    private Optional<Said> everyThird(Matched found) {
        int nth = words.number("ordinal", found.text("nth"));
        if (nth == 1 || nth == LAST_ORDINAL) {
            return Optional.empty();
        }
        String name = found.text("days");
        DayOfWeek day = days(name).get(0);
        Locale language = words.languageOf("weekday", name);
        return Optional.of(Said.unclear(
                found.span(),
                AMBIGUOUS,
                List.of(
                        Reading.of(
                                found.text("every") + " " + nth + " " + name,
                                repeating(Frequency.WEEKLY, nth, weekly(List.of(day)))),
                        Reading.of(
                                found.text("nth") + " " + name + " " + words.first("of-month", language),
                                repeating(Frequency.MONTHLY, 1, by(List.of(WeekdayNumber.of(nth, day)), List.of()))))));
    }

    private static Optional<Said> rule(Matched found, Frequency frequency, int interval) {
        return rule(found, frequency, interval, ByParts.NONE, List.of());
    }

    private static Optional<Said> rule(
            Matched found, Frequency frequency, int interval, ByParts by, List<Reading> otherwise) {
        return Optional.of(Said.clear(found.span(), otherwise, repeating(frequency, interval, by)));
    }

    private static Wish repeating(Frequency frequency, int interval, ByParts by) {
        return new Wish.Repeating(new Recurrence(frequency, interval, by, new RecurrenceEnd.Never(), DayOfWeek.MONDAY));
    }

    private static ByParts weekly(List<DayOfWeek> days) {
        return by(days.stream().map(WeekdayNumber::every).toList(), List.of());
    }

    private static ByParts by(List<WeekdayNumber> days, List<Integer> positions) {
        return new ByParts(List.of(), List.of(), List.of(), List.of(), days, positions);
    }

    private static Optional<Said> on(Matched found, int interval, List<DayOfWeek> days) {
        return rule(found, Frequency.WEEKLY, interval, weekly(days), List.of());
    }

    /** As many periods as lie between two dates; empty if that is not said in a way that can be. */
    private Optional<Integer> interval(Matched found) {
        if (found.has("other")) {
            return Optional.of(2);
        }
        int count = found.has("n") ? words.number("number", found.text("n")) : 1;
        return Optional.of(count).filter(each -> each >= 1 && each <= MOST_PERIODS);
    }

    private Optional<Said> periods(Matched found) {
        Frequency frequency = found.has("day")
                ? Frequency.DAILY
                : found.has("week") ? Frequency.WEEKLY : found.has("month") ? Frequency.MONTHLY : Frequency.YEARLY;
        return interval(found)
                .map(count -> rule(found, frequency, count))
                .orElseGet(() -> Optional.of(Said.impossible(found.span())));
    }

    /** "Every second Tuesday" is every other one, as far as nothing is said of a month. */
    private Optional<Said> everyWeekday(Matched found) {
        List<DayOfWeek> days = days(found.text("days"));
        Optional<Integer> interval = interval(found);
        if (interval.isEmpty()) {
            return Optional.of(Said.impossible(found.span()));
        }
        boolean isAnOrdinal = found.has("other") && isOrdinal(found.text("other")) && days.size() == 1;
        return rule(
                found,
                Frequency.WEEKLY,
                interval.get(),
                weekly(days),
                isAnOrdinal ? List.of(secondOfMonth(found, days.get(0))) : List.of());
    }

    private boolean isOrdinal(String word) {
        return Pattern.compile(words.any("ordinal")).matcher(word).matches();
    }

    private Reading secondOfMonth(Matched found, DayOfWeek day) {
        Matcher name = weekday.matcher(found.text("days"));
        String said = name.find() ? name.group() : "";
        Locale language = words.languageOf("weekday", said);
        String text = words.first("ordinal.2", language) + " " + said + " " + words.first("of-month", language);
        return Reading.of(text, repeating(Frequency.MONTHLY, 1, by(List.of(WeekdayNumber.of(2, day)), List.of())));
    }

    private List<DayOfWeek> days(String text) {
        List<DayOfWeek> days = new ArrayList<>();
        Matcher one = weekday.matcher(text);
        while (one.find()) {
            days.add(DayOfWeek.of(words.number("weekday", one.group())));
        }
        Matcher many = weekdays.matcher(text);
        while (many.find()) {
            days.add(DayOfWeek.of(words.number("weekdays", many.group())));
        }
        return days;
    }

    private Optional<Said> biweekly(Matched found) {
        Locale language = words.languageOf("biweekly", found.text("twice"));
        return Optional.of(Said.unclear(
                found.span(),
                AMBIGUOUS,
                List.of(Reading.of(
                        words.first("fortnightly", language), repeating(Frequency.WEEKLY, 2, ByParts.NONE)))));
    }

    private Optional<Said> ofMonth(Matched found) {
        int said = words.number("ordinal", found.text("nth"));
        int nth = said == LAST_ORDINAL ? -1 : said;
        ByParts by = found.has("days")
                ? by(List.of(WeekdayNumber.of(nth, days(found.text("days")).get(0))), List.of())
                : by(WORKING_DAYS.stream().map(WeekdayNumber::every).toList(), List.of(nth));
        return rule(found, Frequency.MONTHLY, 1, by, List.of());
    }
}
