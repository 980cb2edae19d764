package org.passerelle.calendar.closures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.calendar.closures.CalendarFiles.CalendarFile;
import org.passerelle.calendar.read.FileEvent;
import org.passerelle.calendar.read.FileEvents;
import org.passerelle.directory.Closure;
import org.passerelle.directory.ClosureCalendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Closures from iCalendar files. An event that cannot be read is left out and named in the log, once. */
@Component
class IcsClosureCalendars implements ClosureCalendars {

    private static final Logger log = LoggerFactory.getLogger(IcsClosureCalendars.class);
    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 10;

    private final CalendarFiles files;
    private final Clock clock;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    IcsClosureCalendars(CalendarFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Sorted by first day; rules are followed from one year back to ten years ahead. */
    @Override
    public List<Closure> closures(String name) {
        CalendarFile file = files.find(name).orElseThrow(() -> new UnknownCalendar(name));
        List<WholeDays> events = events(file, name);
        LocalDate today = LocalDate.now(clock);
        return events.stream()
                .map(event -> event.without(replacedIn(events, event)))
                .flatMap(event -> event.closures(today.minusYears(YEARS_BACK), today.plusYears(YEARS_AHEAD)))
                .distinct()
                .sorted(Comparator.comparing(Closure::firstDay).thenComparing(Closure::lastDay))
                .toList();
    }

    @Override
    public String stamp() {
        return files.stamp();
    }

    private List<WholeDays> events(CalendarFile file, String name) {
        List<WholeDays> events = new ArrayList<>();
        for (FileEvent event : FileEvents.read(file.text(), ZoneOffset.UTC)) {
            try {
                events.add(WholeDaysReader.read(event, name));
            } catch (UnreadableEvent e) {
                tell(file.source() + ":" + event.line(), String.valueOf(e.getMessage()));
            }
        }
        return events;
    }

    private void tell(String place, String message) {
        String oneLine = message.replaceAll("\\R", " ");
        if (told.add(place + oneLine)) {
            log.warn("{}: this event is left out: {}", place, oneLine);
        }
    }

    private static Set<LocalDate> replacedIn(List<WholeDays> events, WholeDays master) {
        Set<LocalDate> days = new HashSet<>();
        if (master.rule().isPresent()) {
            events.stream()
                    .filter(event -> event.uid().equals(master.uid()))
                    .forEach(event -> event.replaces().ifPresent(days::add));
        }
        return days;
    }
}
