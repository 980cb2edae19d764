package org.passerelle.caldav.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.caldav.calendar.LaidEvents.LaidEvent;
import org.passerelle.calendar.read.Component;
import org.passerelle.calendar.read.PropertyLine;
import org.passerelle.calendar.write.ContentLine;

/**
 * Puts back into events what their owner's program wrote in them and bookings know nothing of: alarms, categories, colours, X-
 * properties, addresses as they were spelt. For that person alone. What a booking knows is told as the booking has it.
 */
final class KeptLines {

    /** What bookings say themselves, or nobody is to say again. */
    private static final Set<String> OWN = Set.of(
            "UID",
            "DTSTAMP",
            "SEQUENCE",
            "CREATED",
            "LAST-MODIFIED",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "EXRULE",
            "RECURRENCE-ID",
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "CLASS",
            "STATUS",
            "TRANSP",
            "ORGANIZER",
            "ATTENDEE",
            "RESOURCES",
            "CONFERENCE",
            "REQUEST-STATUS",
            "METHOD",
            "X-ALT-DESC",
            "X-MICROSOFT-CDO-BUSYSTATUS",
            "X-PASSERELLE-REASON");

    private static final Set<String> OF_DELIVERY =
            Set.of("SCHEDULE-AGENT", "SCHEDULE-FORCE-SEND", "SCHEDULE-STATUS", "PARTSTAT", "RSVP");
    private static final Pattern PARTSTAT = Pattern.compile(";PARTSTAT=([A-Z-]+)");
    private static final Pattern NAME = Pattern.compile("[A-Z0-9-]+");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private KeptLines() {}

    /**
     * @param blocks of a booking
     * @param zone that their times are in
     * @param uid by which the program knows them
     * @param organiser address of their owner
     */
    static List<EventBlock> in(List<EventBlock> blocks, LaidEvents laid, ZoneId zone, String uid, String organiser) {
        Optional<LaidEvent> master = laid.master();
        return blocks.stream()
                .map(block -> {
                    Optional<Instant> date = date(block, zone);
                    Optional<LaidEvent> own = laid.events().stream()
                            .filter(event -> event.original().equals(date))
                            .findFirst();
                    Optional<LaidEvent> written = own.or(() -> master);
                    return written.map(event -> merged(block, event, master, uid, organiser))
                            .orElse(block);
                })
                .toList();
    }

    private static Optional<Instant> date(EventBlock block, ZoneId zone) {
        return block.first("RECURRENCE-ID").map(PropertyLine::value).map(value -> {
            boolean isUtc = value.endsWith("Z");
            LocalDateTime local = LocalDateTime.parse(isUtc ? value.substring(0, value.length() - 1) : value, LOCAL);
            return local.atZone(isUtc ? ZoneOffset.UTC : zone).toInstant();
        });
    }

    private static EventBlock merged(
            EventBlock block, LaidEvent laid, Optional<LaidEvent> master, String uid, String organiser) {
        Set<String> told = block.properties().map(PropertyLine::name).collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        for (String line : block.lines()) {
            if (line.equals("END:VEVENT")) {
                laid.written().properties().stream()
                        .filter(each -> !OWN.contains(each.name()) && !told.contains(each.name()))
                        .map(PropertyLine::text)
                        .forEach(lines::add);
                ownAttendance(laid.written(), organiser).ifPresent(lines::add);
                laid.written().parts().forEach(part -> add(part, lines));
            }
            lines.add(line(line, laid, master, uid));
        }
        return new EventBlock(lines);
    }

    private static String line(String line, LaidEvent laid, Optional<LaidEvent> master, String uid) {
        if (line.startsWith("UID:")) {
            return ContentLine.text("UID", uid).toString();
        }
        if (line.startsWith("SEQUENCE:")) {
            int ours = Integer.parseInt(line.substring("SEQUENCE:".length()));
            return "SEQUENCE:" + Math.max(ours, laid.event().identity().sequence());
        }
        if (line.startsWith("SUMMARY") && !laid.isMaster()) {
            // The title of one date is its owner's own affair; the booking has one for all.
            return laid.written()
                    .first("SUMMARY")
                    .filter(own -> !master.map(each -> each.written().words("SUMMARY"))
                            .filter(own.words()::equals)
                            .isPresent())
                    .map(PropertyLine::text)
                    .orElse(line);
        }
        return line.startsWith("ATTENDEE") || line.startsWith("ORGANIZER") ? spelt(line, laid.written()) : line;
    }

    /** With the parameters and the spelling of the program; what somebody answered is ours to say. */
    private static String spelt(String line, Component written) {
        PropertyLine ours = PropertyLine.parse(line).orElseThrow();
        String email = ours.value().substring("mailto:".length());
        Optional<PropertyLine> theirs = written.all(ours.name())
                .filter(each -> LaidEvents.isOf(each.value(), email))
                .findFirst();
        if (theirs.isEmpty()) {
            return line;
        }
        Map<String, String> parameters = new TreeMap<>(theirs.get().parameters());
        parameters.keySet().removeAll(OF_DELIVERY);
        Optional.ofNullable(ours.parameters().get("PARTSTAT")).ifPresent(answer -> parameters.put("PARTSTAT", answer));
        ours.parameters().forEach(parameters::putIfAbsent);
        ContentLine spelt = ContentLine.plain(ours.name(), theirs.get().value());
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            if (NAME.matcher(each.getKey()).matches()) {
                spelt = spelt.with(each.getKey(), each.getValue());
            }
        }
        return spelt.toString();
    }

    /** Many programs list whoever organises among the invited; the booking does not. */
    private static Optional<String> ownAttendance(Component written, String organiser) {
        return written.all("ATTENDEE")
                .filter(each -> LaidEvents.isOf(each.value(), organiser))
                .map(PropertyLine::text)
                .findFirst();
    }

    private static void add(Component part, List<String> lines) {
        lines.add("BEGIN:" + part.name());
        part.properties().forEach(each -> lines.add(each.text()));
        part.parts().forEach(each -> add(each, lines));
        lines.add("END:" + part.name());
    }

    /** The text without what others answer, and without when it was written. */
    static String withoutAnswers(String text) {
        return PARTSTAT.matcher(text.replace("\r\n ", ""))
                .replaceAll("")
                .lines()
                .filter(line -> !line.startsWith("DTSTAMP:")
                        && !line.startsWith("LAST-MODIFIED:")
                        && !line.startsWith("STATUS:")
                        && !line.startsWith("X-MICROSOFT-CDO-BUSYSTATUS:"))
                .collect(Collectors.joining("\n"));
    }
}
