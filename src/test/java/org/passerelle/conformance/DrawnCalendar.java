package org.passerelle.conformance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A calendar file, drawn by its number: one event of any kind, and a plain one that must be followed whatever the first is.
 *
 * @param text before folding, for whoever looks at a difference
 * @param declared charset of {@code bytes}, possibly none
 * @param title of both events
 * @param attendee the name of whoever takes part
 */
public record DrawnCalendar(
        long number, DrawnEvent event, String text, byte[] bytes, String declared, String title, String attendee) {

    /** The reader's. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** In which dates are looked for: what an import on 25 March 2026 follows. */
    public static final Span YEAR =
            new Span(Instant.parse("2026-03-24T00:00:00Z"), Instant.parse("2027-03-26T09:00:00Z"));

    private static final String PLAIN_UID = "plain@example.org";

    private static final List<String> TITLES =
            List.of("Réunion", "Comité, élargi; à deux", "Rückblick \\ Ausblick", "Point", "Café “été” – suite");

    private static final List<String> NAMES =
            List.of("Zoé Ørsted", "\"Zoé\" Martin", "a^b^^c", "x^n y", "Lefèvre; Anne, Paris: 3", "^'^");

    /** The calendar of that number; the window only says where its dates are to be looked for. */
    public static DrawnCalendar of(long number, Span window) {
        Draws draws = new Draws(number);
        DrawnZone home = draws.chance(85)
                ? DrawnZone.iana("Europe/Paris")
                : DrawnZone.iana(draws.oneOf(ZoneNamed.ALL).iana());
        DrawnEvent event = new EventDrawing(draws, home, window).event("drawn@example.org");
        while (!canBeTold(event)) {
            event = new EventDrawing(draws, home, window).event("drawn@example.org");
        }
        String odd = odd(draws);
        String title = draws.oneOf(TITLES);
        String attendee = draws.oneOf(NAMES);
        String text = made(odd, text(draws, home, event, title, attendee));
        WireForm form = WireForm.drawn(draws);
        Set<String> kinds = new LinkedHashSet<>(event.kinds());
        kinds.add("name " + attendee);
        if (!odd.isEmpty()) {
            kinds.add("not to be followed: " + odd);
        }
        kinds.add("charset " + form.charset() + (form.split() ? " split" : ""));
        DrawnEvent counted = new DrawnEvent(
                event.uid(),
                event.start(),
                event.length(),
                event.rules(),
                event.added(),
                event.excluded(),
                event.differing(),
                event.busy(),
                kinds);
        return new DrawnCalendar(number, counted, text, form.bytes(text), form.declared(), title, attendee);
    }

    /** Not if two zones of different clocks have the same name. */
    private static boolean canBeTold(DrawnEvent event) {
        Map<String, Long> names = event.zones().collect(Collectors.groupingBy(DrawnZone::tzid, Collectors.counting()));
        return names.values().stream().allMatch(count -> count == 1);
    }

    private static String text(Draws draws, DrawnZone home, DrawnEvent event, String title, String attendee) {
        String common = "DTSTAMP:20260301T080000Z\nSUMMARY:" + escaped(title) + "\nATTENDEE;CN=" + parameter(attendee)
                + ":mailto:zoe@example.org\n";
        EventText writer = new EventText(draws, common);
        List<String> parts = new ArrayList<>(writer.components(event));
        parts.add(draws.between(0, parts.size()), plain(common));
        Map<String, String> zones = new LinkedHashMap<>();
        event.zones().forEach(zone -> zones.put(zone.tzid(), zone.written()));
        String body = String.join("", parts);
        String written = String.join("", zones.values());
        String named = home.clocks().equals(PARIS.getRules()) ? "" : "X-WR-TIMEZONE:" + home.tzid() + "\n";
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Elsewhere//EN\n" + named
                + (draws.chance(90) ? written + body : body + written) + "END:VCALENDAR\n";
    }

    private static String plain(String common) {
        return "BEGIN:VEVENT\nUID:" + PLAIN_UID + "\nDTSTART:20261210T140000Z\n" + "DTEND:20261210T150000Z\n" + common
                + "END:VEVENT\n";
    }

    /** Now and then a line that makes of the event one that cannot be followed, and must be said to be none. */
    private static String odd(Draws draws) {
        return draws.chance(2)
                ? draws.oneOf(
                        "DTSTART;TZID=Nowhere at all:20260505T100000",
                        "RRULE:FREQ=HOURLY;COUNT=3",
                        "RRULE:FREQ=DAILY;BYDAY=XX",
                        "DTSTART:20260231T100000",
                        "DURATION:PTX")
                : "";
    }

    private static String made(String odd, String text) {
        if (odd.isEmpty()) {
            return text;
        }
        String event = "BEGIN:VEVENT\nUID:odd@example.org\nDTSTAMP:20260301T080000Z\n" + odd + "\n"
                + (odd.startsWith("DTSTART") ? "" : "DTSTART:20260505T100000Z\n")
                + (odd.startsWith("DURATION") ? "" : "DURATION:PT1H\n") + "END:VEVENT\n";
        return text.replace("END:VCALENDAR\n", event + "END:VCALENDAR\n");
    }

    /** How many events cannot be followed. */
    public int broken() {
        return event.kinds().stream().anyMatch(kind -> kind.startsWith("not to be followed")) ? 1 : 0;
    }

    /** RFC 5545 section 3.3.11. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;");
    }

    /** RFC 6868. */
    private static String parameter(String text) {
        return '"' + text.replace("^", "^^").replace("\"", "^'").replace("\n", "^n") + '"';
    }

    /** What both events occupy within a window. */
    public List<Span> expected(Span window) {
        Span plain = new Span(Instant.parse("2026-12-10T14:00:00Z"), Instant.parse("2026-12-10T15:00:00Z"));
        return Span.union(Stream.concat(ExpectedDates.busy(event, window).stream(), Stream.of(plain))
                .toList());
    }
}
