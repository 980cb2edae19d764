package org.passerelle.phrase;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.RoomKind;
import org.passerelle.phrase.ClockTimes.ClockTime;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.phrase.Phrase.UnreadReason;
import org.passerelle.phrase.PhraseRule.Matched;

/** What is counted: people and desks, and how long something lasts. */
final class CountRules {

    private final Lexicon words;

    CountRules(Lexicon words) {
        this.words = words;
    }

    List<PhraseRule> all() {
        String number = "(?<n>\\d{1,4}|" + words.any("number") + ")";
        String several = "(?<n>\\d{1,4}|" + words.severalNumbers() + ")";
        String hours = "(?:" + words.any("hour") + "|" + words.any("hour-or-clock") + ")";
        String notSoLong = "(?!\\s?-?(?:[:/h.,]|" + hours + "|" + words.any("minute") + "|" + words.any("day") + "|"
                + words.any("week") + "|" + words.any("month-unit") + "|" + words.any("year") + "|" + words.any("times")
                + "|" + words.any("half-hour") + "|" + words.any("am") + "|" + words.any("pm") + ")(?![\\p{L}]))";
        String lead = "(?:(?:" + words.any("for") + "|" + words.any("we-are") + "|" + words.any("room-for") + ")\\s)?";
        return List.of(
                PhraseRule.of(
                        lead + "(?:\\d{1,4}\\s?(?:-|" + words.any("to") + ")\\s?)?" + number + "\\+?(?:[\\s-]?|\\s"
                                + words.any("of") + "[\\s']|\\s" + words.any("more") + "\\s)" + words.any("people"),
                        this::people),
                PhraseRule.of(
                        "(?:" + words.any("for") + "|" + words.any("we-are") + "|" + words.any("room-for") + ")\\s"
                                + several + notSoLong,
                        this::people),
                PhraseRule.of(number + "\\s" + words.any("kind.DESK"), this::desks),
                PhraseRule.of(
                        "(?:" + words.any("for") + "\\s)?" + number + "\\s?-?" + words.any("minute"),
                        found -> lasting(found, Duration.ofMinutes(count(found)))),
                PhraseRule.of(
                        "(?:" + words.any("for") + "\\s)?(?:" + words.any("half-hour") + ")",
                        found -> lasting(found, Duration.ofMinutes(30))),
                PhraseRule.of(
                        words.any("for") + "\\s(?<n>\\d{1,2})\\s?h(?:\\s?(?<m>[0-5]\\d))?", this::hoursAndMinutes),
                PhraseRule.of(
                        "(?:" + words.any("for") + "\\s)?" + number + "[\\s-]?" + words.any("hour") + "(?:\\s(?<half>"
                                + words.any("and-half") + "))?",
                        this::hours),
                PhraseRule.of(
                        words.any("for") + "\\s" + number + "[\\s-]?" + words.any("hour-or-clock") + "(?:\\s(?<half>"
                                + words.any("and-half") + "))?",
                        this::hours),
                PhraseRule.of(
                        number + "[\\s-]?" + words.any("hour-or-clock") + "(?:\\s(?<half>" + words.any("and-half")
                                + "))?",
                        this::hoursOfAnySort),
                PhraseRule.of(
                        "(?:" + words.any("for") + "\\s)?(?<n>\\d{1,2})[.,](?<tenth>25|5|75)\\s?(?:h|" + hours + ")",
                        CountRules::decimal),
                PhraseRule.of(
                        words.any("for") + "\\s" + number + "\\s(?:(?<days>" + words.any("day") + ")|(?<weeks>"
                                + words.any("week") + ")|" + words.any("month-unit") + ")",
                        this::period),
                PhraseRule.of(
                        "(?:" + words.any("for") + "\\s)?(?<n>\\d{1,3}|" + words.severalNumbers() + ")\\s"
                                + words.any("times"),
                        this::times),
                PhraseRule.of("(?<n>\\d{1,3})", this::bareNumber));
    }

    private int count(Matched found) {
        return words.number("number", found.text("n"));
    }

    private Optional<Said> times(Matched found) {
        int count = count(found);
        return Optional.of(
                count == 0 ? Said.impossible(found.span()) : Said.clear(found.span(), new Wish.SoManyTimes(count)));
    }

    private Optional<Said> people(Matched found) {
        int count = count(found);
        return Optional.of(
                count == 0 ? Said.impossible(found.span()) : Said.clear(found.span(), new Wish.ForPeople(count)));
    }

    private Optional<Said> desks(Matched found) {
        int count = count(found);
        return Optional.of(
                count == 0
                        ? Said.impossible(found.span())
                        : Said.clear(found.span(), new Wish.OfKind(RoomKind.DESK), new Wish.ForPeople(count)));
    }

    private static Optional<Said> lasting(Matched found, Duration length) {
        return Optional.of(
                length.isZero() ? Said.impossible(found.span()) : Said.clear(found.span(), new Wish.Lasting(length)));
    }

    private Optional<Said> hours(Matched found) {
        boolean isDigits = found.text("n").matches("\\d+");
        Duration length = Duration.ofHours(count(found)).plusMinutes(found.has("half") ? 30 : 0);
        return isDigits && length.toHours() >= 24 ? Optional.of(Said.impossible(found.span())) : lasting(found, length);
    }

    /** Where a language calls a time of the day as it calls a length. */
    private Optional<Said> hoursOfAnySort(Matched found) {
        int count = count(found);
        return Optional.of(
                count > 24
                        ? Said.impossible(found.span())
                        : new Said.BareHours(found.span(), count, found.has("half") ? 30 : 0));
    }

    /** People, or a time. */
    private Optional<Said> bareNumber(Matched found) {
        int count = count(found);
        List<Reading> readings = new ArrayList<>();
        if (count < 24) {
            ClockTime time = new ClockTime(count, 0, false);
            readings.add(TimeRules.reading((time.isEarly() ? time.inTheAfternoon() : time).local()));
        }
        if (count > 0) {
            readings.add(Reading.of(count + " p", new Wish.ForPeople(count)));
        }
        return Optional.of(Said.unclear(found.span(), UnreadReason.AMBIGUOUS, readings));
    }

    private Optional<Said> hoursAndMinutes(Matched found) {
        int minutes = found.has("m") ? Integer.parseInt(found.text("m")) : 0;
        int hours = count(found);
        return hours > 12
                ? Optional.of(new Said.BareHours(found.span(), hours, minutes))
                : lasting(found, Duration.ofHours(hours).plusMinutes(minutes));
    }

    private static Optional<Said> decimal(Matched found) {
        int minutes = switch (found.text("tenth")) {
            case "25" -> 15;
            case "75" -> 45;
            default -> 30;
        };
        return lasting(
                found, Duration.ofHours(Integer.parseInt(found.text("n"))).plusMinutes(minutes));
    }

    private Optional<Said> period(Matched found) {
        int count = count(found);
        Period period = found.has("days")
                ? Period.ofDays(count)
                : found.has("weeks") ? Period.ofWeeks(count) : Period.ofMonths(count);
        return Optional.of(new Said.ForPeriod(found.span(), period));
    }
}
