package org.passerelle.roomagent.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;

/**
 * All that one mail says by one method about one UID: the event and dates of it, each perhaps more than once. Of several
 * states of the same thing the newest counts (RFC 5546 section 2.1.5); where two are as new and say different times, nobody
 * knows which is meant.
 */
public final class EventStates {

    private static final Comparator<CalendarEvent> AGE = Comparator.comparingInt(
                    (CalendarEvent event) -> event.identity().sequence())
            .thenComparing(event -> event.identity().stamp());

    private final ItipMethod method;
    private final List<CalendarEvent> events = new ArrayList<>();
    private final List<EventFault> faults = new ArrayList<>();
    private Optional<Explanation> spoilt = Optional.empty();

    public EventStates(ItipMethod method) {
        this.method = method;
    }

    /**
     * One state of the event and of each date.
     *
     * @param masters the event itself; several only where a message adds dates
     * @param dates each with its RECURRENCE-ID
     * @param faults those among them that cannot be followed
     */
    public record Settled(List<CalendarEvent> masters, List<CalendarEvent> dates, List<EventFault> faults) {

        public Settled {
            masters = List.copyOf(masters);
            dates = List.copyOf(dates);
            faults = List.copyOf(faults);
        }

        public List<CalendarEvent> events() {
            List<CalendarEvent> all = new ArrayList<>(masters);
            all.addAll(dates);
            return all;
        }
    }

    public void add(CalendarEvent event) {
        events.add(event);
    }

    /** One that can be answered and, because of {@code why}, not be followed. */
    public void add(CalendarEvent event, Explanation why) {
        events.add(event);
        faults.add(new EventFault(event, why));
    }

    /** Something about it cannot be read, not even which date it is about; then nothing of the rest is followed. */
    public void spoil(Explanation why) {
        spoilt = Optional.of(why);
    }

    public Settled settled() {
        if (spoilt.isPresent()) {
            return spoilt(spoilt.get());
        }
        List<CalendarEvent> masters = new ArrayList<>();
        Map<String, List<CalendarEvent>> byDate = new LinkedHashMap<>();
        for (CalendarEvent event : events) {
            if (event.recurrenceId().isEmpty()) {
                masters.add(event);
            } else {
                byDate.computeIfAbsent(name(event.recurrenceId().get()), any -> new ArrayList<>())
                        .add(event);
            }
        }
        List<EventFault> wrong = new ArrayList<>(faults);
        List<CalendarEvent> series =
                method == ItipMethod.ADD || masters.isEmpty() ? masters : List.of(newest(masters, wrong));
        List<CalendarEvent> dates =
                byDate.values().stream().map(each -> newest(each, wrong)).toList();
        return new Settled(series, dates, wrong);
    }

    /** All that can be answered is answered as a whole: by the event itself, else by each date. */
    private Settled spoilt(Explanation why) {
        List<CalendarEvent> masters = events.stream()
                .filter(event -> event.recurrenceId().isEmpty())
                .limit(1)
                .toList();
        List<CalendarEvent> dates = masters.isEmpty() ? events : List.of();
        List<EventFault> all = new ArrayList<>();
        masters.forEach(event -> all.add(new EventFault(event, why)));
        dates.forEach(event -> all.add(new EventFault(event, why)));
        return new Settled(masters, dates, all);
    }

    /** Why nothing of it can even be answered; empty where something can. */
    public Optional<Explanation> unanswerable() {
        return spoilt.filter(why -> events.isEmpty());
    }

    private static String name(EventMoment id) {
        return id.wholeDay()
                ? id.local().toLocalDate().toString()
                : id.instant().toString();
    }

    private CalendarEvent newest(List<CalendarEvent> states, List<EventFault> wrong) {
        CalendarEvent newest = states.get(0);
        for (CalendarEvent state : states) {
            if (AGE.compare(state, newest) > 0) {
                newest = state;
            }
        }
        CalendarEvent counts = newest;
        boolean isClear = method == ItipMethod.CANCEL
                || states.stream()
                        .filter(state -> AGE.compare(state, counts) == 0)
                        .allMatch(state -> state.time().equals(counts.time())
                                && state.repetition().equals(counts.repetition()));
        if (!isClear) {
            wrong.add(new EventFault(counts, Explanation.of("answer.ambiguous")));
        }
        return counts;
    }
}
