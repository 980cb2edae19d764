package org.passerelle.calendar.read;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;

/**
 * Reads the files that administrators keep, often written by hand: as {@link SchedulingMessages} reads messages, but events need
 * neither a UID nor a calendar around them.
 */
public final class FileEvents {

    /** Around what may be events without a calendar; a calendar within it changes nothing of where events belong. */
    private static final String AROUND = "BEGIN:VCALENDAR\n";

    private FileEvents() {}

    /**
     * All events in the order in which they stand there, each on its own; of a file that cannot be read at all, one that says why.
     *
     * @param home the zone of whole days and of times without any zone
     */
    public static List<FileEvent> read(String file, ZoneId home) {
        List<FileEvent> events = new ArrayList<>();
        try {
            for (Component calendar : ComponentReader.read(AROUND + file)) {
                EventReader reader = EventReader.ofFiles(new MomentReader(new MessageZones(calendar, home)));
                calendar.parts("VEVENT").map(event -> read(reader, event)).forEach(events::add);
            }
        } catch (Unreadable e) {
            return List.of(broken(1, "", e.fault()));
        }
        return events;
    }

    private static FileEvent read(EventReader reader, Component event) {
        int line = event.line() - 1; // since there is one above the file
        String start =
                event.first("DTSTART").map(written -> written.value().strip()).orElse("");
        try {
            return new FileEvent(line, start, Optional.of(reader.read(event)), Optional.empty());
        } catch (Unreadable e) {
            return broken(line, start, e.fault());
        } catch (DateTimeException | ArithmeticException e) {
            return broken(line, start, CalendarFault.of(CalendarFaultCode.OUT_OF_RANGE));
        }
    }

    private static FileEvent broken(int line, String start, CalendarFault fault) {
        return new FileEvent(line, start, Optional.empty(), Optional.of(fault));
    }
}
