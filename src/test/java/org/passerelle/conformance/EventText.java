package org.passerelle.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.conformance.DrawnEvent.Added;
import org.passerelle.conformance.DrawnEvent.Busy;
import org.passerelle.conformance.DrawnEvent.Differing;

/** Writes what was drawn as VEVENTs, one for the series and one for each date that differs; in lines, not yet folded. */
final class EventText {

    private final Draws draws;
    private final String common;

    /** @param common properties that all of them have, DTSTAMP among them, each with its line end */
    EventText(Draws draws, String common) {
        this.draws = draws;
        this.common = common;
    }

    List<String> components(DrawnEvent event) {
        List<String> components = new ArrayList<>();
        components.add(master(event));
        event.differing().forEach(each -> components.add(differing(event, each)));
        return draws.mixed(components);
    }

    String master(DrawnEvent event) {
        List<String> lines = lines(event, event.start(), event.length());
        event.rules().forEach(rule -> lines.add((rule.except() ? "EXRULE:" : "RRULE:") + rule.written() + "\n"));
        Map<String, List<String>> listed = new LinkedHashMap<>();
        event.added().forEach(each -> add(listed, added(each), value(each)));
        event.excluded().forEach(each -> add(listed, "EXDATE" + each.parameters(), each.value()));
        listed.forEach((name, values) -> {
            if (draws.chance(50)) {
                lines.add(name + ":" + String.join(",", values) + "\n");
            } else {
                values.forEach(value -> lines.add(name + ":" + value + "\n"));
            }
        });
        if (!event.busy()) {
            lines.add(draws.oneOf("TRANSP:TRANSPARENT\n", "STATUS:CANCELLED\n"));
        }
        return component(lines);
    }

    private static void add(Map<String, List<String>> listed, String name, String value) {
        listed.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
    }

    private static String added(Added date) {
        if (date.asDay()) {
            return "RDATE;VALUE=DATE";
        }
        return "RDATE" + (date.own().isPresent() ? ";VALUE=PERIOD" : "")
                + date.start().parameters();
    }

    private static String value(Added date) {
        if (date.asDay()) {
            return date.start().value().substring(0, 8);
        }
        Optional<String> own = date.own()
                .map(length -> length instanceof DrawnLength.Until until
                        ? until.end().value()
                        : ((DrawnLength.Lasting) length).text());
        return date.start().value() + own.map(end -> "/" + end).orElse("");
    }

    String differing(DrawnEvent event, Differing date) {
        List<String> lines = lines(event, date.start(), date.length());
        lines.add(id(date));
        if (date.busy() == Busy.CANCELLED) {
            lines.add("STATUS:CANCELLED\n");
        } else if (date.busy() == Busy.FREE) {
            lines.add("TRANSP:TRANSPARENT\n");
        }
        return component(lines);
    }

    /** A component with the id of {@code date} alone, as a cancellation may be (RFC 5546 section 3.2.5). */
    String withoutTimes(DrawnEvent event, Optional<Differing> date) {
        List<String> lines = new ArrayList<>(List.of("UID:" + event.uid() + "\n", common, "STATUS:CANCELLED\n"));
        date.ifPresent(each -> lines.add(id(each)));
        return component(lines);
    }

    private static String id(Differing date) {
        return "RECURRENCE-ID" + (date.onwards() ? ";RANGE=THISANDFUTURE" : "")
                + date.id().written() + "\n";
    }

    private List<String> lines(DrawnEvent event, DrawnTime start, DrawnLength length) {
        List<String> lines = new ArrayList<>();
        lines.add("UID:" + event.uid() + "\n");
        lines.add("DTSTART" + start.written() + "\n");
        lines.add(length.written(start));
        lines.add(common);
        return lines;
    }

    private String component(List<String> lines) {
        List<String> mixed = draws.chance(50) ? draws.mixed(lines) : lines;
        String alarm = draws.chance(15)
                ? "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nDURATION:PT5M\nREPEAT:2\nDESCRIPTION:Alarm\nEND:VALARM\n"
                : "";
        return "BEGIN:VEVENT\n" + String.join("", mixed) + alarm + "END:VEVENT\n";
    }
}
