package org.passerelle.caldav.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.Component;
import org.passerelle.calendar.read.ComponentReader;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.calendar.read.Unreadable;

/**
 * The events of an object as a program wrote them: each as it was understood, and as it was written.
 *
 * @param calendar what they are in
 */
public record LaidEvents(Component calendar, List<LaidEvent> events) {

    /** One of them. */
    public record LaidEvent(CalendarEvent event, Component written) {

        public boolean isMaster() {
            return event.recurrenceId().isEmpty();
        }

        /** The start in the series that it stands for. */
        public Optional<Instant> original() {
            return event.recurrenceId().map(EventMoment::instant);
        }
    }

    public LaidEvents {
        events = List.copyOf(events);
    }

    /** Empty for what is no object that can be understood as a whole. */
    public static Optional<LaidEvents> read(String text, ZoneId zone) {
        try {
            List<Component> calendars = ComponentReader.read(text);
            SchedulingMessage message = SchedulingMessages.read(text, zone);
            if (calendars.size() != 1 || !message.broken().isEmpty()) {
                return Optional.empty();
            }
            List<Component> written = calendars.get(0).parts("VEVENT").toList();
            List<LaidEvent> events = new ArrayList<>();
            for (int i = 0; i < written.size(); i++) {
                events.add(new LaidEvent(message.events().get(i), written.get(i)));
            }
            return Optional.of(new LaidEvents(calendars.get(0), events));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    public Optional<LaidEvent> master() {
        return events.stream().filter(LaidEvent::isMaster).findFirst();
    }

    public List<LaidEvent> overrides() {
        return events.stream().filter(event -> !event.isMaster()).toList();
    }

    /** Whether that is the address of {@code line}, however it is spelt. */
    static boolean isOf(String value, String email) {
        String spelt = value.toLowerCase(Locale.ROOT).strip();
        return spelt.equals("mailto:" + email) || spelt.equals(email);
    }
}
