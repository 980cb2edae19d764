package org.passerelle.calendar.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.booking.model.Content;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.SeriesDate;
import org.passerelle.calendar.read.SeriesDates;
import org.passerelle.platform.text.Text;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.Interval;

/** One event with the dates of it that differ: the dates on which it occupies a room. For one thread, to be used once. */
final class EventExpansion {

    private final List<CalendarEvent> parts;
    private final Interval window;
    private final String untitled;
    private final ExpansionBudget budget;

    /** @param parts all with the same UID */
    EventExpansion(List<CalendarEvent> parts, Interval window, String untitled, ExpansionBudget budget) {
        this.parts = parts;
        this.window = window;
        this.untitled = untitled;
        this.budget = budget;
    }

    List<ExternalDate> dates() {
        List<ExternalDate> dates = new ArrayList<>();
        for (SeriesDate date : new SeriesDates(parts, window, budget).dates()) {
            CalendarEvent event = date.event();
            Instant start = date.time().start().instant();
            boolean isFree = event.standing().transparent() || event.standing().isCancelled();
            if (!isFree && start.isBefore(date.time().end())) {
                Interval time = Interval.of(start, date.time().end());
                if (time.overlaps(window)) {
                    dates.add(new ExternalDate(
                            key(date), title(event), time, date.time().zone()));
                }
            }
        }
        return dates;
    }

    private static String key(SeriesDate date) {
        CalendarEvent event = date.event();
        boolean isOnlyOne = !event.recurs() && event.recurrenceId().isEmpty();
        return event.uid() + "|" + (isOnlyOne ? "" : date.original());
    }

    private String title(CalendarEvent event) {
        String title = Text.line(event.words().summary(), Content.LONGEST_TITLE);
        return title.isBlank() || event.standing().hidden() ? untitled : title;
    }
}
