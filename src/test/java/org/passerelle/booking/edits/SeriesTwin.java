package org.passerelle.booking.edits;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A series, or a part cut off it, as somebody keeps it in a diary: a line for each day that the rule names, and beside them
 * the lines of what has been on days that it names no more. Knows neither rooms nor moments; all is on one clock.
 */
final class SeriesTwin {

    /** A line. */
    record Line(LocalDateTime start, Duration length, boolean off) {

        boolean hasBegun(LocalDateTime now) {
            return start.isBefore(now);
        }
    }

    /** When the dates are. */
    record Rhythm(LocalDate first, LocalTime time, Duration length, TwinRule rule) {

        List<LocalDate> days() {
            return rule.days(first);
        }

        /** The day first said need not be one of the rule. */
        Rhythm fromItsFirst() {
            return new Rhythm(days().get(0), time, length, rule);
        }
    }

    private final Rhythm rhythm;
    private final TreeMap<LocalDate, Line> lines;
    private final Set<LocalDate> ruledOut;

    private SeriesTwin(Rhythm rhythm, Map<LocalDate, Line> lines, Set<LocalDate> ruledOut) {
        this.rhythm = rhythm;
        this.lines = new TreeMap<>(lines);
        this.ruledOut = Set.copyOf(ruledOut);
    }

    static SeriesTwin booked(Rhythm rhythm) {
        Map<LocalDate, Line> lines = new HashMap<>();
        rhythm.days().forEach(day -> lines.put(day, new Line(day.atTime(rhythm.time()), rhythm.length(), false)));
        return new SeriesTwin(rhythm.fromItsFirst(), lines, Set.of());
    }

    Rhythm rhythm() {
        return rhythm;
    }

    /** By the days that name them. */
    Map<LocalDate, Line> lines() {
        return lines;
    }

    List<Line> shown() {
        return lines.values().stream().filter(line -> !line.off()).toList();
    }

    SeriesTwin with(LocalDate day, Line line) {
        Map<LocalDate, Line> changed = new HashMap<>(lines);
        changed.put(day, line);
        return new SeriesTwin(rhythm, changed, ruledOut);
    }

    private boolean hasBegun(LocalDate day, LocalDateTime now) {
        return Optional.ofNullable(lines.get(day))
                .map(line -> line.hasBegun(now))
                .orElseGet(() -> day.atTime(rhythm.time()).isBefore(now));
    }

    private boolean hasBegun(LocalDateTime now) {
        return lines.values().stream().anyMatch(line -> line.hasBegun(now));
    }

    private List<LocalDate> ahead(LocalDateTime now) {
        return rhythm.days().stream().filter(day -> !hasBegun(day, now)).toList();
    }

    /** The whole, told to be as {@code said} from its first date on. */
    SeriesTwin changed(Rhythm said, LocalDateTime now) {
        boolean isAhead = !said.first().atTime(said.time()).isBefore(now);
        return hasBegun(now) && !isAhead ? follow(meant(said, rhythm.first(), now), now) : follow(said, now);
    }

    /** What is left from {@code day} on, told to be as {@code said} from its date on {@code day} on. */
    SeriesTwin changedFrom(LocalDate day, Rhythm said, LocalDateTime now) {
        SeriesTwin later = from(day);
        return (isFirst(day) ? this : later).follow(hasBegun(day, now) ? later.meant(said, day, now) : said, now);
    }

    /** What is said of a date that has begun is said of the next: by so many days all move, and none is added. */
    private Rhythm meant(Rhythm said, LocalDate day, LocalDateTime now) {
        boolean isSameDay = said.first().equals(rhythm.first());
        if (!said.rule().isLike(rhythm.rule())) {
            return isSameDay ? new Rhythm(day, said.time(), said.length(), said.rule()) : said;
        }
        List<LocalDate> ahead = ahead(now);
        if (isSameDay || ahead.isEmpty()) {
            return said;
        }
        LocalDate next = ahead.get(0);
        boolean isShift =
                said.first().isBefore(next) || said.first().atTime(said.time()).isBefore(now);
        long days = said.rule().weekdays().isEmpty() ? ChronoUnit.DAYS.between(day, said.first()) : 0;
        int left = rhythm.days().size() - rhythm.days().indexOf(next);
        int gone = rhythm.days().indexOf(next);
        return new Rhythm(
                isShift ? next.plusDays(days) : said.first(),
                said.time(),
                said.length(),
                said.rule().counting(said.rule().count() > gone ? said.rule().count() - gone : left));
    }

    private SeriesTwin follow(Rhythm next, LocalDateTime now) {
        Map<LocalDate, LocalDate> from = places(next, now);
        Set<LocalDate> out = new HashSet<>();
        ruledOut.forEach(day -> out.add(target(from, day)));
        Map<LocalDate, Line> changed = new HashMap<>();
        Set<LocalDate> used = new HashSet<>();
        for (LocalDate day : next.days()) {
            LocalDate old = from.getOrDefault(day, day);
            Line line = lines.get(old);
            LocalDateTime start = day.atTime(next.time());
            if (out.contains(day)) {
                continue;
            }
            if (line == null || !used.add(old)) {
                if (!hasBegun(now) || !start.isBefore(now)) {
                    changed.put(day, new Line(start, next.length(), false));
                }
            } else if (line.hasBegun(now)) {
                changed.put(old, line);
                if (!old.equals(day)) {
                    out.add(day);
                }
            } else {
                changed.put(day, along(line, old, next, start));
            }
        }
        lines.forEach((day, line) -> {
            if (!used.contains(day) && line.hasBegun(now) && !line.off()) {
                changed.put(day, line);
            }
        });
        return new SeriesTwin(next.fromItsFirst(), changed, out);
    }

    private Line along(Line line, LocalDate day, Rhythm next, LocalDateTime start) {
        if (line.off() && start.equals(day.atTime(rhythm.time()))) {
            return line;
        }
        boolean isMoved = !line.start().equals(day.atTime(rhythm.time()));
        boolean hasOwnLength = !line.length().equals(rhythm.length());
        Duration length = hasOwnLength && !line.off() ? line.length() : next.length();
        return new Line(isMoved && !line.off() ? line.start() : start, length, line.off());
    }

    private static LocalDate target(Map<LocalDate, LocalDate> from, LocalDate day) {
        return from.entrySet().stream()
                .filter(each -> each.getValue().equals(day))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(day);
    }

    /** By each day of {@code next} that of which it takes the place; nothing where the days stay, or the rhythm is another. */
    private Map<LocalDate, LocalDate> places(Rhythm next, LocalDateTime now) {
        Map<LocalDate, LocalDate> places = new HashMap<>();
        if (!next.rule().hasRhythmOf(rhythm.rule())
                || next.rule().equals(rhythm.rule()) && next.first().equals(rhythm.first())) {
            return places;
        }
        List<LocalDate> were = new ArrayList<>(rhythm.days());
        if (next.rule().isLike(rhythm.rule())) {
            while (!were.isEmpty() && hasBegun(were.get(0), now)) {
                were.remove(0);
            }
        } else {
            were.removeIf(day -> hasBegun(day, now));
        }
        List<LocalDate> are = new ArrayList<>(next.days());
        are.removeIf(day -> day.atTime(next.time()).isBefore(now));
        if (were.stream().anyMatch(are::contains)) {
            return places;
        }
        for (int i = 0; i < Math.min(were.size(), are.size()); i++) {
            places.put(are.get(i), were.get(i));
        }
        return places;
    }

    /** Whether nothing comes before {@code day}. */
    boolean isFirst(LocalDate day) {
        return lines.headMap(day).isEmpty();
    }

    SeriesTwin before(LocalDate day) {
        List<LocalDate> days =
                rhythm.days().stream().filter(each -> each.isBefore(day)).toList();
        Rhythm part = days.isEmpty()
                ? only(lines.firstKey())
                : new Rhythm(
                        rhythm.first(),
                        rhythm.time(),
                        rhythm.length(),
                        rhythm.rule().counting(days.size()));
        return new SeriesTwin(part, lines.headMap(day), days.isEmpty() ? Set.of() : ruledOut);
    }

    SeriesTwin from(LocalDate day) {
        List<LocalDate> days =
                rhythm.days().stream().filter(each -> !each.isBefore(day)).toList();
        Rhythm part = days.isEmpty()
                ? only(day)
                : new Rhythm(
                        days.get(0),
                        rhythm.time(),
                        rhythm.length(),
                        rhythm.rule().counting(days.size()));
        return new SeriesTwin(part, lines.tailMap(day), days.isEmpty() ? Set.of() : ruledOut);
    }

    private Rhythm only(LocalDate day) {
        return new Rhythm(day, rhythm.time(), rhythm.length(), rhythm.rule().once());
    }

    @Override
    public String toString() {
        return rhythm + " " + lines + (ruledOut.isEmpty() ? "" : " without " + ruledOut);
    }
}
