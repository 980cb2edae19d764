package org.passerelle.calendar.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.calendar.message.CalendarEvent.Identity;
import org.passerelle.calendar.message.CalendarEvent.Repetition;
import org.passerelle.calendar.message.CalendarEvent.Standing;
import org.passerelle.calendar.message.CalendarEvent.Status;
import org.passerelle.calendar.message.CalendarEvent.Words;
import org.passerelle.platform.text.Text;
import org.passerelle.time.InvalidRecurrence;
import org.passerelle.time.Recurrence;
import org.passerelle.time.WallTime;

/** Understands one VEVENT at a time; what is wrong with one says nothing of the others. */
final class EventReader {

    static final int LONGEST_UID = 1_000;
    private static final int LONGEST_SUMMARY = 1_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_DATES = 3_000;
    private static final Duration LONGEST = Duration.ofDays(400);

    private final MomentReader moments;

    EventReader(MomentReader moments) {
        this.moments = moments;
    }

    /** @throws Unreadable if it cannot be understood as a whole; half of it is never used */
    CalendarEvent read(Component event) throws Unreadable {
        if (!event.isClosed()) {
            throw new Unreadable("it has no end");
        }
        EventTime time = time(event);
        return new CalendarEvent(
                identity(event, time),
                time,
                repetition(event),
                PeopleReader.read(event),
                words(event),
                standing(event));
    }

    static String uid(Component event) {
        return Text.line(event.words("UID"), LONGEST_UID + 1);
    }

    private Identity identity(Component event, EventTime time) throws Unreadable {
        String uid = uid(event);
        if (uid.isEmpty() || uid.length() > LONGEST_UID) {
            throw new Unreadable("it has no UID, or one of more than " + LONGEST_UID + " characters");
        }
        Optional<PropertyLine> recurrenceId = event.first("RECURRENCE-ID");
        if (recurrenceId.filter(line -> line.parameters().containsKey("RANGE")).isPresent()) {
            throw new Unreadable("it changes a series from a date on (RANGE), which is not supported");
        }
        return new Identity(
                uid,
                recurrenceId.isPresent() ? Optional.of(recurrenceId(recurrenceId.get(), time)) : Optional.empty(),
                sequence(event),
                stamp(event));
    }

    /** A date on a series with times of day, as some write it, is the date with the time that the event has. */
    private EventMoment recurrenceId(PropertyLine line, EventTime time) throws Unreadable {
        EventMoment written = moments.read(line);
        if (!written.wholeDay() || time.wholeDays()) {
            return written;
        }
        return EventMoment.at(
                written.local().toLocalDate().atTime(time.start().local().toLocalTime()), time.zone());
    }

    private static int sequence(Component event) {
        String digits =
                event.first("SEQUENCE").map(line -> line.value().strip()).orElse("");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private Instant stamp(Component event) {
        for (String name : List.of("DTSTAMP", "LAST-MODIFIED")) {
            Optional<PropertyLine> line = event.first(name);
            if (line.isPresent()) {
                try {
                    return moments.read(line.get()).instant();
                } catch (Unreadable e) {
                    continue;
                }
            }
        }
        return Instant.EPOCH;
    }

    private EventTime time(Component event) throws Unreadable {
        PropertyLine begin = event.first("DTSTART").orElseThrow(() -> new Unreadable("it has no DTSTART"));
        EventMoment start = moments.read(begin);
        Instant end = end(event, start);
        if (end.isBefore(start.instant())) {
            throw new Unreadable("it ends before it starts");
        }
        if (Duration.between(start.instant(), end).compareTo(LONGEST) > 0) {
            throw new Unreadable("it lasts more than " + LONGEST.toDays() + " days");
        }
        return new EventTime(start, end);
    }

    private Instant end(Component event, EventMoment start) throws Unreadable {
        Optional<PropertyLine> written = event.first("DTEND");
        Optional<PropertyLine> length = event.first("DURATION");
        Instant nextDay = WallTime.instant(start.local().plusDays(1), start.zone());
        if (written.isPresent()) {
            EventMoment end = moments.read(written.get());
            boolean sameDay = start.wholeDay() && end.instant().equals(start.instant());
            return sameDay ? nextDay : end.instant(); // some programs write a single day like this
        }
        if (length.isPresent()) {
            TimeText.Length after = TimeText.length(length.get().value());
            LocalDateTime local = start.local().plus(after.days());
            return WallTime.instant(local, start.zone()).plus(after.time());
        }
        return start.wholeDay() ? nextDay : start.instant();
    }

    private Repetition repetition(Component event) throws Unreadable {
        List<PropertyLine> rules = event.all("RRULE").toList();
        if (rules.size() > 1 || event.first("EXRULE").isPresent()) {
            throw new Unreadable("it recurs by more than one rule");
        }
        return new Repetition(
                rules.isEmpty() ? Optional.empty() : Optional.of(rule(rules.get(0))),
                dates(event, "EXDATE"),
                dates(event, "RDATE"));
    }

    private static Recurrence rule(PropertyLine line) throws Unreadable {
        try {
            return Recurrence.parse(withoutLastSemicolons(line.value().strip()));
        } catch (InvalidRecurrence e) {
            throw new Unreadable("its RRULE: " + e.getMessage());
        }
    }

    /** No regular expression, for it would try each of very many semicolons as the first of the last ones. */
    private static String withoutLastSemicolons(String rule) {
        int end = rule.length();
        while (end > 0 && rule.charAt(end - 1) == ';') {
            end--;
        }
        return rule.substring(0, end);
    }

    private List<EventMoment> dates(Component event, String name) throws Unreadable {
        List<EventMoment> found = new ArrayList<>();
        for (PropertyLine line : event.all(name).toList()) {
            found.addAll(moments.list(line, MOST_DATES - found.size()));
        }
        return found;
    }

    private static Words words(Component event) {
        return new Words(
                Text.line(event.words("SUMMARY"), LONGEST_SUMMARY),
                Text.lines(event.words("DESCRIPTION"), LONGEST_TEXT),
                Text.line(event.words("LOCATION"), LONGEST_SUMMARY),
                Text.lines(event.words("COMMENT"), LONGEST_TEXT));
    }

    private static Standing standing(Component event) {
        String busy = upper(event, "X-MICROSOFT-CDO-BUSYSTATUS");
        String transparency = upper(event, "TRANSP");
        boolean transparent = transparency.equals("TRANSPARENT") || transparency.isEmpty() && busy.equals("FREE");
        Status status = switch (upper(event, "STATUS")) {
            case "CANCELLED", "CANCELED" -> Status.CANCELLED;
            case "TENTATIVE" -> Status.TENTATIVE;
            default -> Status.CONFIRMED;
        };
        String classification = upper(event, "CLASS");
        return new Standing(status, transparent, !classification.isEmpty() && !classification.equals("PUBLIC"));
    }

    private static String upper(Component event, String name) {
        return event.words(name).toUpperCase(Locale.ROOT);
    }
}
