package org.passerelle.caldav.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.caldav.calendar.LaidEvents.LaidEvent;
import org.passerelle.caldav.home.CalendarHomes;
import org.passerelle.caldav.home.LaidObject;
import org.passerelle.caldav.home.RoomRefusal;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.Component;
import org.passerelle.calendar.read.PropertyLine;
import org.passerelle.calendar.read.SeriesDate;
import org.passerelle.calendar.read.SeriesDates;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.IcsWriter;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Interval;

/** Events that hold no room: none was invited, or none of those invited could be had, which the event then says of each. */
@org.springframework.stereotype.Component
class DraftObjects {

    private static final Duration BACK = OwnObjects.BACK;
    private static final Duration AHEAD = Duration.ofDays(1_100);
    private static final int MOST_DATES = 3_000;
    private static final long MOST_STEPS = 20_000;

    /** What is said for a room, whatever the program said of it. */
    private static final Set<String> OURS =
            Set.of("PARTSTAT", "SCHEDULE-AGENT", "SCHEDULE-FORCE-SEND", "SCHEDULE-STATUS");

    private final CalendarHomes homes;
    private final Clock clock;

    DraftObjects(CalendarHomes homes, Clock clock) {
        this.homes = homes;
        this.clock = clock;
    }

    Optional<CalendarObject> of(DavViewer viewer, LaidObject draft) {
        return homes.text(draft.text())
                .flatMap(text -> LaidEvents.read(text, viewer.zone()))
                .filter(laid -> !laid.events().isEmpty())
                .map(laid -> object(viewer, draft, laid));
    }

    private CalendarObject object(DavViewer viewer, LaidObject draft, LaidEvents laid) {
        IcsWriter out = ObjectText.begun();
        laid.calendar().parts("VTIMEZONE").forEach(zone -> write(zone, out));
        laid.events().forEach(event -> write(event, draft, viewer, out));
        String text = new String(out.end("VCALENDAR").toBytes(), StandardCharsets.UTF_8);
        return new CalendarObject(
                draft.name(),
                draft.uid(),
                text,
                ObjectText.etag(text),
                Optional.of(ObjectText.scheduleTag(text)),
                dates(laid.events().stream().map(LaidEvent::event).toList()),
                laid.events().get(0).event().time().zone(),
                Optional.empty());
    }

    private static void write(Component component, IcsWriter out) {
        out.begin(component.name());
        component.properties().forEach(line -> out.verbatim(line.text()));
        component.parts().forEach(part -> write(part, out));
        out.end(component.name());
    }

    private static void write(LaidEvent event, LaidObject draft, DavViewer viewer, IcsWriter out) {
        Component written = event.written();
        out.begin("VEVENT");
        for (PropertyLine line : written.properties()) {
            if (!line.name().equals("X-PASSERELLE-REASON")) {
                out.verbatim(line.name().equals("ATTENDEE") ? attendee(line, draft, viewer) : line.text());
            }
        }
        boolean isRefused = !draft.refusals().isEmpty();
        if (isRefused && written.first("ORGANIZER").isEmpty()) {
            out.write(ContentLine.plain(
                    "ORGANIZER", "mailto:" + viewer.person().email().value()));
        }
        draft.refusals().stream()
                .map(RoomRefusal::sentence)
                .distinct()
                .forEach(sentence -> out.write(ContentLine.text("COMMENT", sentence)));
        draft.refusals().stream()
                .map(RoomRefusal::code)
                .filter(code -> !code.isEmpty())
                .distinct()
                .forEach(code -> out.write(ContentLine.plain("X-PASSERELLE-REASON", code)));
        written.parts().forEach(part -> write(part, out));
        out.end("VEVENT");
    }

    /** The server alone says what a room answers (RFC 6638 section 3.2.9). */
    private static String attendee(PropertyLine line, LaidObject draft, DavViewer viewer) {
        boolean isRefused = draft.refusals().stream()
                .flatMap(refusal -> viewer.directory().room(refusal.room()).stream())
                .anyMatch(room ->
                        LaidEvents.isOf(line.value(), room.profile().email().toLowerCase(Locale.ROOT)));
        if (!isRefused) {
            return line.text();
        }
        TreeMap<String, String> parameters = new TreeMap<>(line.parameters());
        parameters.keySet().removeAll(OURS);
        parameters.put("PARTSTAT", PartStat.DECLINED.token());
        parameters.put("SCHEDULE-STATUS", "2.0");
        ContentLine answered = ContentLine.plain("ATTENDEE", line.value());
        for (var each : parameters.entrySet()) {
            if (each.getKey().matches("[A-Z0-9-]+")) {
                answered = answered.with(each.getKey(), each.getValue());
            }
        }
        return answered.toString();
    }

    private List<ObjectDate> dates(List<CalendarEvent> events) {
        Instant now = clock.instant();
        Interval window = Interval.of(now.minus(BACK), now.plus(AHEAD));
        try {
            return new ArrayList<>(new SeriesDates(events, window, new ExpansionBudget(MOST_STEPS, MOST_STEPS)).dates())
                    .stream()
                            .filter(date -> !date.event().standing().isCancelled()
                                    && date.time().isTold())
                            .filter(date -> date.time()
                                    .end()
                                    .isAfter(date.time().start().instant()))
                            .map(DraftObjects::date)
                            .sorted(Comparator.comparing(date -> date.time().start()))
                            .limit(MOST_DATES)
                            .toList();
        } catch (ExpansionTooDear e) {
            return List.of();
        }
    }

    private static ObjectDate date(SeriesDate date) {
        return new ObjectDate(
                date.original(),
                Interval.of(date.time().start().instant(), date.time().end()));
    }
}
