package org.passerelle.phrase;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.phrase.PhraseRule.Matched;
import org.passerelle.phrase.PhraseRule.Present;

/** Until when a series goes on: a day, a month, the end of the year. */
final class UntilRules {

    private final Lexicon words;
    private final PhraseRule until;
    private final PhraseRule toADay;
    private final List<PhraseRule> months;
    private final List<PhraseRule> days;

    /** @param days the rules for days */
    UntilRules(Lexicon words, List<PhraseRule> days) {
        this.words = words;
        this.days = days;
        this.until = PhraseRule.of(words.any("until"), found -> Optional.of(new Said.Filler(found.span())));
        this.toADay = PhraseRule.of(words.any("to-day"), found -> Optional.of(new Said.Filler(found.span())));
        String end = words.any("until") + "\\s(?:(?<end>" + words.any("end-of") + ")[\\s'])?";
        this.months = List.of(
                PhraseRule.of(
                        end + "(?<month>" + words.any("month") + ")\\.?(?:\\s(?<year>20\\d\\d))?(?!\\s\\d)",
                        this::month),
                PhraseRule.of(
                        words.any("until") + "\\s" + words.any("end-of") + "[\\s'](?:(?<year>" + words.any("this-year")
                                + ")|" + words.any("this-month") + ")",
                        UntilRules::runningPeriod));
    }

    Stream<Said> at(int at, String folded, Present present) {
        Stream<Said> wholeMonths = months.stream().flatMap(rule -> rule.at(at, folded, present).stream());
        return Stream.concat(
                wholeMonths,
                Stream.of(until, toADay)
                        .flatMap(rule -> rule.at(at, folded, present).stream())
                        .flatMap(prefix -> days(prefix.span(), folded, present)));
    }

    private Stream<Said> days(Span prefix, String folded, Present present) {
        int at = prefix.end();
        while (at < folded.length() && folded.charAt(at) == ' ') {
            at++;
        }
        int from = at;
        return days.stream()
                .flatMap(rule -> rule.at(from, folded, present).stream())
                .flatMap(day -> last(prefix, day, present));
    }

    private static Stream<Said> last(Span prefix, Said said, Present present) {
        Span span = prefix.to(said.span());
        if (said instanceof Said.BareWeekday weekday) {
            LocalDate next = present.today().with(TemporalAdjusters.next(weekday.day()));
            return Stream.of(Said.clear(span, new Wish.LastDay(next)));
        }
        if (said instanceof Said.Clear clear && clear.part().wishes().get(0) instanceof Wish.OnDay last) {
            String words = prefix.of(present.line());
            List<Reading> otherwise = clear.part().otherwise().stream()
                    .flatMap(reading -> reading.wishes().stream())
                    .filter(Wish.OnDay.class::isInstance)
                    .map(wish -> ((Wish.OnDay) wish).day())
                    .map(day -> Reading.of(words + " " + day, new Wish.LastDay(day)))
                    .toList();
            return Stream.of(Said.clear(span, otherwise, new Wish.LastDay(last.day())));
        }
        return said instanceof Said.Unclear unclear
                        && unclear.unread().readings().isEmpty()
                ? Stream.of(Said.impossible(span))
                : Stream.of();
    }

    /** "Until June" takes June in, unless somebody chooses otherwise. */
    private Optional<Said> month(Matched found) {
        int month = words.number("month", found.text("month"));
        LocalDate today = found.today();
        int year = found.has("year")
                ? Integer.parseInt(found.text("year"))
                : today.getYear() + (month < today.getMonthValue() ? 1 : 0);
        YearMonth last = YearMonth.of(year, month);
        LocalDate before = last.atDay(1).minusDays(1);
        String until = words.first("until", words.languageOf("month", found.text("month")));
        List<Reading> otherwise = found.has("end") || before.isBefore(today)
                ? List.of()
                : List.of(Reading.of(until + " " + before, new Wish.LastDay(before)));
        return Optional.of(Said.clear(found.span(), otherwise, new Wish.LastDay(last.atEndOfMonth())));
    }

    private static Optional<Said> runningPeriod(Matched found) {
        LocalDate today = found.today();
        LocalDate last = found.has("year")
                ? today.with(TemporalAdjusters.lastDayOfYear())
                : today.with(TemporalAdjusters.lastDayOfMonth());
        return Optional.of(Said.clear(found.span(), new Wish.LastDay(last)));
    }
}
