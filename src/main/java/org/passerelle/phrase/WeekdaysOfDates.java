package org.passerelle.phrase;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.phrase.Phrase.Part;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.phrase.Phrase.UnreadReason;
import org.passerelle.phrase.PhraseRule.Present;

/** Joins a weekday with the date beside it, such as Friday, 27 March; if that is no Friday it says so. */
final class WeekdaysOfDates {

    private final List<Said> pieces;
    private final Present present;

    WeekdaysOfDates(List<Said> pieces, Present present) {
        this.pieces = pieces;
        this.present = present;
    }

    List<Said> settled() {
        List<Said> settled = new ArrayList<>();
        withoutExceptions().forEach(piece -> {
            Optional<Said> before = settled.isEmpty() ? Optional.empty() : Optional.of(settled.get(settled.size() - 1));
            if (before.isPresent() && before.get() instanceof Said.BareWeekday weekday && isDate(piece)) {
                settled.remove(settled.size() - 1);
                settled.addAll(joined(weekday, ((Said.Clear) piece).part()));
            } else if (before.isPresent() && isDate(before.get()) && piece instanceof Said.BareWeekday weekday) {
                settled.remove(settled.size() - 1);
                settled.addAll(joined(weekday, ((Said.Clear) before.get()).part()));
            } else {
                settled.add(piece);
            }
        });
        return settled;
    }

    /** Of "except Friday" nothing is taken. */
    private Stream<Said> withoutExceptions() {
        List<Said> kept = new ArrayList<>();
        Optional<Span> except = Optional.empty();
        for (Said piece : pieces) {
            boolean isExcepted = except.isPresent() && !(piece instanceof Said.Filler);
            if (piece instanceof Said.Except || isExcepted) {
                Span span = except.map(from -> from.to(piece.span())).orElse(piece.span());
                except.ifPresent(from -> kept.remove(kept.size() - 1));
                kept.add(Said.unclear(span, UnreadReason.UNKNOWN, List.of()));
                except = piece instanceof Said.Except ? Optional.of(span) : Optional.empty();
            } else if (!(piece instanceof Said.Filler)) {
                kept.add(piece);
            }
        }
        return kept.stream();
    }

    private static boolean isDate(Said piece) {
        return piece instanceof Said.Clear clear
                && clear.part().wishes().size() == 1
                && clear.part().wishes().get(0) instanceof Wish.OnDay;
    }

    private List<Said> joined(Said.BareWeekday weekday, Part date) {
        Span both = weekday.span().start() < date.span().start()
                ? weekday.span().to(date.span())
                : date.span().to(weekday.span());
        if (isOn(weekday.day(), date.wishes())) {
            return List.of(new Said.Clear(new Part(both, date.wishes(), List.of())));
        }
        for (Reading reading : date.otherwise()) {
            if (isOn(weekday.day(), reading.wishes())) {
                return List.of(new Said.Clear(new Part(both, reading.wishes(), List.of())));
            }
        }
        return List.of(
                new Said.Clear(date),
                Said.unclear(
                        weekday.span(),
                        UnreadReason.CONTRADICTION,
                        List.of(DayRules.reading(Settlement.coming(weekday, present)))));
    }

    private static boolean isOn(DayOfWeek day, List<Wish> wishes) {
        LocalDate date = ((Wish.OnDay) wishes.get(0)).day();
        return date.getDayOfWeek() == day;
    }
}
