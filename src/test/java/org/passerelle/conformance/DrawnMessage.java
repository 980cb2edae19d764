package org.passerelle.conformance;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.conformance.DrawnEvent.Added;
import org.passerelle.conformance.DrawnEvent.Busy;
import org.passerelle.conformance.DrawnEvent.Differing;

/**
 * A scheduling message of an organiser (RFC 5546 section 3.2).
 *
 * @param kind what it is for
 * @param sequence with {@code minute} of DTSTAMP says which state of things it is
 * @param event as it is after the message; of it, only what is told stands in the text
 * @param date the one that it is about
 * @param text the calendar, before folding
 */
public record DrawnMessage(
        Kind kind,
        int sequence,
        int minute,
        DrawnEvent event,
        Optional<Differing> date,
        Optional<Added> more,
        String text) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    /** What a message does, and by which METHOD. */
    public enum Kind {
        INVITE("REQUEST"),
        UPDATE("REQUEST"),
        MOVE_DATE("REQUEST"),
        MOVE_ONWARDS("REQUEST"),
        ADD("ADD"),
        CANCEL_DATE("CANCEL"),
        CANCEL_ONWARDS("CANCEL"),
        CANCEL("CANCEL");

        private final String method;

        Kind(String method) {
            this.method = method;
        }

        public String method() {
            return method;
        }

        public boolean isOfTheWhole() {
            return this == INVITE || this == UPDATE || this == CANCEL;
        }
    }

    boolean isNewerThan(DrawnMessage other) {
        return sequence != other.sequence ? sequence > other.sequence : minute > other.minute;
    }

    /** Writes it for a room. */
    static DrawnMessage of(
            Draws draws,
            Kind kind,
            int sequence,
            int minute,
            DrawnEvent event,
            Optional<Differing> date,
            Optional<Added> more,
            String room) {
        String common = common(sequence, minute, room);
        EventText writer = new EventText(draws, common);
        boolean bare = kind.method.equals("CANCEL") && draws.chance(50);
        List<String> components = switch (kind) {
            case INVITE, UPDATE -> writer.components(event);
            case ADD -> List.of(writer.master(alone(event, more.orElseThrow())));
            case CANCEL -> List.of(bare ? writer.withoutTimes(event, Optional.empty()) : cancelled(writer, event));
            default -> List.of(bare ? writer.withoutTimes(event, date) : writer.differing(event, date.orElseThrow()));
        };
        Stream<DrawnZone> zones = Stream.concat(
                event.zones(), more.stream().map(each -> each.start().zone()).filter(zone -> zone != DrawnZone.UTC));
        String written = zones.map(DrawnZone::written).distinct().collect(Collectors.joining());
        String text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Elsewhere//EN\nMETHOD:" + kind.method + "\n" + written
                + String.join("", components) + "END:VCALENDAR\n";
        return new DrawnMessage(kind, sequence, minute, event, date, more, text);
    }

    private static String cancelled(EventText writer, DrawnEvent event) {
        return writer.master(new DrawnEvent(
                        event.uid(),
                        event.start(),
                        event.length(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        true,
                        event.kinds()))
                .replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT");
    }

    private static DrawnEvent alone(DrawnEvent event, Added more) {
        return new DrawnEvent(
                event.uid(),
                more.start(),
                more.own().orElseThrow(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                event.kinds());
    }

    private static String common(int sequence, int minute, String room) {
        Instant stamp = Instant.parse("2026-03-25T07:00:00Z").plus(Duration.ofMinutes(minute));
        return "DTSTAMP:" + STAMP.format(DrawnZone.UTC.local(stamp)) + "\nSEQUENCE:" + sequence
                + "\nSUMMARY:Point\nORGANIZER;CN=Camille:mailto:camille@atelier-brie.example\n"
                + "ATTENDEE;CUTYPE=ROOM;ROLE=NON-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:" + room + "\n"
                + "ATTENDEE:mailto:guest@example.org\n";
    }

    boolean cancels() {
        return kind.method.equals("CANCEL");
    }

    /** Whether it asks for something, so that an answer is due. */
    public boolean asks() {
        return !cancels() && date.map(each -> each.busy() == Busy.TAKEN).orElse(true);
    }
}
