package org.passerelle.calendar.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.read.CalendarEvent.EventIdentity;
import org.passerelle.calendar.read.CalendarEvent.EventStanding;
import org.passerelle.calendar.read.CalendarEvent.EventStatus;
import org.passerelle.calendar.read.CalendarEvent.EventWords;
import org.passerelle.calendar.read.CalendarEvent.Repetition;
import org.passerelle.calendar.zone.EventClock;
import org.passerelle.platform.text.Text;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.Recurrence;

/** Understands one VEVENT at a time; what is wrong with one says nothing of the others. */
final class EventReader {

    static final int LONGEST_UID = 1_000;
    private static final int LONGEST_SUMMARY = 1_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final Duration LONGEST = Duration.ofDays(400);

    /** RRULE and EXRULE, each. */
    private static final int MOST_RULES = 10;

    /** Steps of following several rules, as {@link ExpansionBudget} counts them. */
    private static final int MOST_STEPS_OF_ONE = 20_000;

    private static final int MOST_STEPS = 500_000;

    private final MomentReader moments;
    private final DateLists lists;
    private final boolean needsTimes;
    private final boolean needsUid;
    private final ExpansionBudget budget = new ExpansionBudget(MOST_STEPS_OF_ONE, MOST_STEPS);

    /** @param method of the calendar; empty in files, whose events all have times */
    EventReader(MomentReader moments, Optional<ItipMethod> method) {
        this(moments, method.map(ItipMethod::needsTimes).orElse(true), true);
    }

    private EventReader(MomentReader moments, boolean needsTimes, boolean needsUid) {
        this.moments = moments;
        this.lists = new DateLists(moments);
        this.needsTimes = needsTimes;
        this.needsUid = needsUid;
    }

    /** Of a file that nobody answers, whose events need no UID. */
    static EventReader ofFiles(MomentReader moments) {
        return new EventReader(moments, true, false);
    }

    /** @throws Unreadable if it cannot be understood as a whole; half of it is never used */
    CalendarEvent read(Component event) throws Unreadable {
        if (!event.isClosed()) {
            throw new Unreadable(CalendarFaultCode.NOT_ENDED);
        }
        try {
            EventTime written = time(event);
            Repetition repetition = repetition(event, written);
            EventTime time = moments.zones().named(written, repetition.rule());
            return new CalendarEvent(
                    identity(event),
                    time,
                    repetition.by(written, time),
                    PeopleReader.read(event),
                    words(event),
                    standing(event));
        } catch (Unreadable | DateTimeException | ArithmeticException e) {
            if (needsTimes) {
                throw e;
            }
            return withoutTimes(event);
        }
    }

    /** What it is about, who takes part and what it says, whatever is wrong with its times. */
    CalendarEvent withoutTimes(Component event) throws Unreadable {
        return new CalendarEvent(
                identity(event),
                EventTime.NOT_TOLD,
                Repetition.NONE,
                PeopleReader.read(event),
                words(event),
                standing(event));
    }

    static String uid(Component event) {
        return Text.line(event.words("UID"), LONGEST_UID + 1);
    }

    private EventIdentity identity(Component event) throws Unreadable {
        String uid = uid(event);
        if (uid.isEmpty() && needsUid || uid.length() > LONGEST_UID) {
            throw new Unreadable(CalendarFaultCode.NO_UID, LONGEST_UID);
        }
        Optional<PropertyLine> id = event.first("RECURRENCE-ID");
        if (id.isEmpty()) {
            return new EventIdentity(uid, Optional.empty(), false, sequence(event), stamp(event));
        }
        String range = id.get().parameter("RANGE", "").strip();
        if (!range.isEmpty() && !range.equalsIgnoreCase("THISANDFUTURE")) {
            throw new Unreadable(CalendarFaultCode.UNKNOWN_RANGE, TimeText.shortened(range));
        }
        EventMoment original = moments.read(id.get());
        return new EventIdentity(uid, Optional.of(original), !range.isEmpty(), sequence(event), stamp(event));
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
        PropertyLine begin = event.first("DTSTART").orElseThrow(() -> new Unreadable(CalendarFaultCode.NO_START));
        EventMoment start = moments.read(begin);
        EventClock clock = moments.clock(begin, begin.value(), moments.zones().local());
        RecurringTime recurring =
                new RecurringTime(moments.local(begin, begin.value()), clock, length(event, start, clock));
        EventTime time = recurring.at(recurring.start(), start.wholeDay());
        if (time.length().isNegative()) {
            throw new Unreadable(CalendarFaultCode.ENDS_BEFORE_IT_STARTS);
        }
        if (time.length().compareTo(LONGEST) > 0) {
            throw new Unreadable(CalendarFaultCode.LASTS_TOO_LONG, LONGEST.toDays());
        }
        return time;
    }

    private EventLength length(Component event, EventMoment start, EventClock clock) throws Unreadable {
        Optional<PropertyLine> written = event.first("DTEND");
        Optional<PropertyLine> length = event.first("DURATION");
        if (written.isPresent()) {
            EventMoment end = moments.read(written.get(), written.get().value(), clock);
            if (!start.wholeDay()) {
                return EventLength.between(start.instant(), end.instant());
            }
            if (end.instant().equals(start.instant())) {
                return EventLength.ONE_DAY; // some programs write a single day like this
            }
            return end.wholeDay()
                    ? EventLength.ofDays(Math.toIntExact(
                            Duration.between(start.local(), end.local()).toDays()))
                    : EventLength.between(start.instant(), end.instant());
        }
        if (length.isPresent()) {
            return TimeText.length(length.get().value());
        }
        return start.wholeDay() ? EventLength.ONE_DAY : EventLength.NONE;
    }

    private Repetition repetition(Component event, EventTime time) throws Unreadable {
        List<Recurrence> rules = rules(event, "RRULE", time);
        List<Recurrence> without = rules(event, "EXRULE", time);
        Repetition single =
                new Repetition(rules.stream().findFirst(), lists.excluded(event, time), lists.added(event, time));
        return rules.size() <= 1 && without.isEmpty()
                ? single
                : new RuleSet(time, budget).joined(rules, without, single);
    }

    private static List<Recurrence> rules(Component event, String name, EventTime time) throws Unreadable {
        List<PropertyLine> lines = event.all(name).toList();
        if (lines.size() > MOST_RULES) {
            throw new Unreadable(CalendarFaultCode.TOO_MANY_RULES, MOST_RULES);
        }
        List<Recurrence> rules = new ArrayList<>();
        for (PropertyLine line : lines) {
            RuleText.read(line, time).ifPresent(rules::add);
        }
        return rules;
    }

    private static EventWords words(Component event) {
        return new EventWords(
                Text.line(event.words("SUMMARY"), LONGEST_SUMMARY),
                Text.lines(event.words("DESCRIPTION"), LONGEST_TEXT),
                Text.line(event.words("LOCATION"), LONGEST_SUMMARY),
                Text.lines(event.words("COMMENT"), LONGEST_TEXT));
    }

    private static EventStanding standing(Component event) {
        String busy = upper(event, "X-MICROSOFT-CDO-BUSYSTATUS");
        String transparency = upper(event, "TRANSP");
        boolean transparent = transparency.equals("TRANSPARENT") || transparency.isEmpty() && busy.equals("FREE");
        EventStatus status = switch (upper(event, "STATUS")) {
            case "CANCELLED", "CANCELED" -> EventStatus.CANCELLED;
            case "TENTATIVE" -> EventStatus.TENTATIVE;
            default -> EventStatus.CONFIRMED;
        };
        String classification = upper(event, "CLASS");
        return new EventStanding(status, transparent, !classification.isEmpty() && !classification.equals("PUBLIC"));
    }

    private static String upper(Component event, String name) {
        return event.words(name).toUpperCase(Locale.ROOT);
    }
}
