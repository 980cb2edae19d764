package org.passerelle.web.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.calendar.imports.Import;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.web.CalendarFaultWords;
import org.passerelle.web.PageWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Imports in the words of their reader, times in the zone of the room's site. */
@Component
class ImportLines {

    private static final int MOST_SHOWN = 50;

    private final Directories directories;
    private final MessageSource messages;

    ImportLines(Directories directories, MessageSource messages) {
        this.directories = directories;
        this.messages = messages;
    }

    /**
     * One import.
     *
     * @param lookedAt for instance {@code Wed 25 Mar, 09:00}; empty before the first look
     * @param collisions the first of them
     */
    record Line(Import what, String room, Optional<String> lookedAt, List<Clash> collisions, List<Misread> broken) {

        public boolean hasFailed() {
            return what.standing().failure().isPresent();
        }
    }

    /**
     * An event that is not understood, or not wholly followed.
     *
     * @param line where it begins in the calendar
     */
    record Misread(int line, String reason) {}

    /** A date that is in the way of one of ours. */
    record Clash(String title, String when) {}

    /** Those whose room is still there; the others occupy nothing that anybody could look at. */
    List<Line> of(List<Import> imports, Locale locale) {
        Directory directory = directories.current();
        return imports.stream()
                .flatMap(each -> directory.room(each.room()).stream().map(room -> line(each, room, directory, locale)))
                .toList();
    }

    static String name(Room room, Site site) {
        return room.name() + " (" + site.name() + ")";
    }

    private Line line(Import each, Room room, Directory directory, Locale locale) {
        ZoneId zone = directory.siteOf(room).zone();
        return new Line(
                each,
                name(room, directory.siteOf(room)),
                each.standing().lookedAt().map(moment -> words(moment, zone, locale)),
                each.findings().collisions().stream()
                        .limit(MOST_SHOWN)
                        .map(clash -> new Clash(
                                clash.title(),
                                words(clash.time().start(), zone, locale) + "–"
                                        + PageWords.time(clash.time().end(), zone)))
                        .toList(),
                each.findings().broken().stream()
                        .limit(MOST_SHOWN)
                        .map(event -> new Misread(event.line(), CalendarFaultWords.of(event.fault(), messages, locale)))
                        .toList());
    }

    private static String words(Instant moment, ZoneId zone, Locale locale) {
        return PageWords.shortDay(moment.atZone(zone).toLocalDate(), locale) + ", " + PageWords.time(moment, zone);
    }
}
