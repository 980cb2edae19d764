package org.passerelle.web.book;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.order.Repeat;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.RoomChoices.AskedRooms;
import org.passerelle.web.book.RoomChoices.Standing;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Every date of a series, and whether the rooms can be had on it, before anything is booked. */
@Component
class DatesPreview {

    private final StandingSource source;
    private final Directories directories;
    private final PageWords words;

    DatesPreview(StandingSource source, Directories directories, PageWords words) {
        this.source = source;
        this.directories = directories;
        this.words = words;
    }

    /**
     * One date.
     *
     * @param style of how it stands, as beside a room
     * @param outcome in words, with the name of the room that cannot be had
     */
    record DateLine(String day, String times, String style, String outcome) {}

    /** Nothing is shown of what does not repeat, has no rooms yet, or has more dates than a series may have. */
    void show(Schedule schedule, Collection<String> ticked, AskedRooms asked, Locale locale, Model model) {
        List<Room> rooms = directories.current().rooms().stream()
                .filter(room -> ticked.contains(room.id().value()))
                .toList();
        List<Interval> dates = schedule.recurrence().stream()
                .flatMap(rule -> rule.first(Repeat.MOST_TIMES + 1, schedule.start(), schedule.zone()).stream())
                .map(Recurrence.Start::local)
                .map(schedule::dateAt)
                .toList();
        if (rooms.isEmpty() || dates.isEmpty() || dates.size() > Repeat.MOST_TIMES) {
            return;
        }
        RoomStandings standings = source.of(rooms, dates, true, asked);
        List<DateLine> lines = dates.stream()
                .map(date -> line(date, schedule, standings, rooms, ticked, locale))
                .toList();
        long free = lines.stream().filter(line -> line.style().equals("free")).count();
        model.addAttribute("dateLines", lines);
        model.addAttribute("areSomeTaken", free > 0 && free < lines.size());
        model.addAttribute("datesSummary", words.text("book.dates.free", locale, free, lines.size()));
    }

    private DateLine line(
            Interval date,
            Schedule schedule,
            RoomStandings standings,
            List<Room> rooms,
            Collection<String> ticked,
            Locale locale) {
        Standing worst = Standing.FREE;
        Room of = rooms.get(0);
        for (Room room : rooms) {
            int units = Collections.frequency(ticked, room.id().value());
            Standing standing = standings.at(date, room, units).standing();
            if (rank(standing) > rank(worst)) {
                worst = standing;
                of = room;
            }
        }
        LocalDate day = date.start().atZone(schedule.zone()).toLocalDate();
        String outcome = words.text("standing." + worst, locale);
        return new DateLine(
                PageWords.day(day, locale),
                PageWords.times(date, schedule.zone()),
                worst.style(),
                Objects.equals(worst.style(), "free")
                        ? outcome
                        : words.text("book.dates.not", locale, of.name(), outcome));
    }

    private static int rank(Standing standing) {
        return switch (standing) {
            case FREE -> 0;
            case ON_REQUEST -> 1;
            default -> 2;
        };
    }
}
