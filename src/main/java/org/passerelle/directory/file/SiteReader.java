package org.passerelle.directory.file;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.directory.Closure;
import org.passerelle.directory.ClosureCalendars;
import org.passerelle.directory.ClosureCalendars.UnknownCalendar;
import org.passerelle.directory.OperatorId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.time.HalfDays;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one site, without its rooms. */
final class SiteReader {

    private static final int MOST_CALENDARS = 20;
    private static final int MOST_CLOSURES = 500;
    private static final OperatorId NOBODY = new OperatorId("nobody");
    private static final Comparator<Closure> BY_DAY = Comparator.comparing(Closure::firstDay)
            .thenComparing(Closure::lastDay)
            .thenComparing(Closure::reason);

    private final Set<String> operators;
    private final ClosureCalendars calendars;
    private final Map<String, List<Closure>> calendarsRead = new HashMap<>();

    SiteReader(Set<String> operators, ClosureCalendars calendars) {
        this.operators = operators;
        this.calendars = calendars;
    }

    Site read(String id, FileFields site) {
        site.allowing(
                "name",
                "operator",
                "zone",
                "address",
                "position",
                "stepFree",
                HalfDayHours.KEY,
                "calendars",
                "closures",
                RulesReader.KEY,
                MailRulesReader.KEY,
                VideoReader.KEY,
                ServicesReader.KEY,
                "rooms");
        return new Site(
                new SiteId(id),
                site.required("name", Conversions::text, id),
                site.required("operator", this::operator, NOBODY),
                site.<ZoneId>required("zone", Conversions::zone, ZoneOffset.UTC),
                place(site),
                site.section(HalfDayHours.KEY).map(SiteReader::halfDays).orElse(HalfDays.DEFAULT),
                closures(site));
    }

    private OperatorId operator(String key, String text) {
        if (!operators.contains(text)) {
            throw new UnfitValue("unknown-operator", Quoted.of(text));
        }
        return new OperatorId(text);
    }

    private static Site.SiteLocation place(FileFields site) {
        if (!site.has("position")) {
            site.fault(site.anchor(), "missing", "position");
        }
        var address = site.required("address", Conversions::text, "");
        return site.section("position")
                .map(position -> place(address, position))
                .orElse(new Site.SiteLocation(address, 0, 0));
    }

    private static Site.SiteLocation place(String address, FileFields position) {
        position.allowing("latitude", "longitude");
        return new Site.SiteLocation(
                address,
                position.required("latitude", Conversions.degrees(90), 0.0),
                position.required("longitude", Conversions.degrees(180), 0.0));
    }

    private static HalfDays halfDays(FileFields halfDays) {
        halfDays.allowing("morning", "afternoon", "day");
        var morning = halfDays.required("morning", Conversions::range, HalfDays.DEFAULT.morning());
        var afternoon = halfDays.required("afternoon", Conversions::range, HalfDays.DEFAULT.afternoon());
        if (afternoon.start().isBefore(morning.end())) {
            halfDays.fault(halfDays.anchor(), "half-days-overlap");
            return HalfDays.DEFAULT;
        }
        var both = new HalfDays(morning, afternoon);
        var day = halfDays.optional("day", Conversions::range, both.day());
        if (!day.encloses(both.day())) {
            halfDays.fault("day", "day-too-short");
            return both;
        }
        return new HalfDays(morning, afternoon, day);
    }

    private List<Closure> closures(FileFields site) {
        var closures = new TreeSet<>(BY_DAY);
        for (String name : site.list("calendars", this::calendar, MOST_CALENDARS)) {
            closures.addAll(calendarsRead.getOrDefault(name, List.of()));
        }
        for (Node item : site.items("closures", MOST_CLOSURES)) {
            closures.add(closure(site.at(item)));
        }
        return List.copyOf(closures);
    }

    private String calendar(String key, String name) {
        var slug = Conversions.slug(key, name);
        try {
            calendarsRead.computeIfAbsent(slug, calendars::closures);
            return slug;
        } catch (UnknownCalendar e) {
            throw new UnfitValue("unknown-calendar", slug);
        }
    }

    private static Closure closure(FileFields closure) {
        closure.allowing("from", "to", "reason");
        var from = closure.required("from", Conversions::date, LocalDate.EPOCH);
        var to = closure.optional("to", Conversions::date, from);
        if (to.isBefore(from)) {
            closure.fault("to", "closure-ends-early");
            to = from;
        }
        return new Closure(from, to, closure.required("reason", Conversions::text, "closed"));
    }
}
