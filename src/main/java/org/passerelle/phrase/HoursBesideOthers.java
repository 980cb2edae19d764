package org.passerelle.phrase;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.passerelle.phrase.ClockTimes.ClockTime;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.time.DayPart;

/**
 * Tells what 2h and 14h are beside each other: from seven on a time of the day, below that a length, and after a start an end
 * or a length. What it could be as well is offered.
 */
final class HoursBesideOthers {

    private static final int MIDDAY = 12;

    /** Nobody asks for a longer meeting without saying so. */
    private static final int WORKING_DAY = 8;

    private final List<Said> pieces;
    private final boolean isInTheAfternoon;
    private Optional<LocalTime> start;
    private boolean hasEnd;

    HoursBesideOthers(List<Said> pieces) {
        this.pieces = pieces;
        List<Wish> wishes = pieces.stream()
                .filter(Said.Clear.class::isInstance)
                .flatMap(piece -> ((Said.Clear) piece).part().wishes().stream())
                .toList();
        this.isInTheAfternoon = wishes.stream().anyMatch(wish -> wish.equals(new Wish.DuringPart(DayPart.AFTERNOON)));
        this.start = wishes.stream()
                .filter(Wish.StartingAt.class::isInstance)
                .map(wish -> ((Wish.StartingAt) wish).time())
                .findFirst();
        this.hasEnd = wishes.stream().anyMatch(wish -> wish instanceof Wish.EndingAt || wish instanceof Wish.Lasting);
    }

    List<Said> settled() {
        List<Said> settled = new ArrayList<>();
        for (int at = 0; at < pieces.size(); at++) {
            Said piece = pieces.get(at);
            settled.add(piece instanceof Said.BareHours hours ? settled(hours, laterTime(at)) : piece);
        }
        return settled;
    }

    /** Whether a time of the day is still to come, so that what is early before it is a length. */
    private boolean laterTime(int at) {
        return IntStream.range(at + 1, pieces.size())
                .mapToObj(pieces::get)
                .anyMatch(piece -> piece instanceof Said.BareHours later && !isEarly(later));
    }

    private static boolean isEarly(Said.BareHours hours) {
        return time(hours).isEarly() || hours.hours() == 0;
    }

    private static ClockTime time(Said.BareHours hours) {
        return new ClockTime(hours.hours(), hours.minutes(), hours.hours() > MIDDAY);
    }

    private Said settled(Said.BareHours hours, boolean isBeforeATime) {
        Wish.Lasting length = new Wish.Lasting(Duration.ofHours(hours.hours()).plusMinutes(hours.minutes()));
        LocalTime time = time(hours).local();
        if (start.isPresent()) {
            return afterAStart(hours, length, time);
        }
        if (!isEarly(hours)) {
            start = Optional.of(time);
            boolean mayBeALength = hours.hours() <= WORKING_DAY && !hasEnd;
            return Said.clear(
                    hours.span(), mayBeALength ? List.of(lengthReading(length)) : List.of(), new Wish.StartingAt(time));
        }
        if (hours.hours() > 0 && (hasEnd || isInTheAfternoon) && !isBeforeATime) {
            LocalTime later = time(hours).inTheAfternoon().local();
            start = Optional.of(later);
            List<Reading> otherwise = hasEnd ? List.of(TimeRules.reading(time)) : List.of(lengthReading(length));
            return Said.clear(hours.span(), otherwise, new Wish.StartingAt(later));
        }
        if (length.length().isZero()) {
            start = Optional.of(LocalTime.MIDNIGHT);
            return Said.clear(hours.span(), new Wish.StartingAt(LocalTime.MIDNIGHT));
        }
        hasEnd = true;
        List<Reading> times = isBeforeATime
                ? List.of()
                : List.of(
                        TimeRules.reading(LocalTime.of((hours.hours() + MIDDAY) % 24, hours.minutes())),
                        TimeRules.reading(time));
        return Said.clear(hours.span(), times, length);
    }

    private Said afterAStart(Said.BareHours hours, Wish.Lasting length, LocalTime time) {
        boolean isLater = time.isAfter(start.orElseThrow());
        boolean isEnd = hours.hours() > MIDDAY || isLater && !isEarly(hours);
        if (isEnd && !hasEnd) {
            hasEnd = true;
            List<Reading> otherwise = hours.hours() <= WORKING_DAY ? List.of(lengthReading(length)) : List.of();
            return Said.clear(hours.span(), otherwise, new Wish.EndingAt(time));
        }
        hasEnd = true;
        return length.length().isZero() ? Said.impossible(hours.span()) : Said.clear(hours.span(), length);
    }

    private static Reading lengthReading(Wish.Lasting length) {
        return Reading.of(length.length().toMinutes() + " min", length);
    }
}
