package org.passerelle.roomagent;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Orders;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.calendar.StrictCalendar;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventParticipant;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomProfile;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.time.Interval;

/**
 * Plays a scene of the decision table: lines that say what is booked and which messages come, and tells what the agent
 * makes of it. In Paris time; {@code docs/reference/room-agent.md} explains the words.
 */
final class Scene {

    /** Made once: each looks for providers in files all over the class path. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private static final Pattern WORD = Pattern.compile("(\\w+)=(\"[^\"]*\"|\\S+)");

    private final AgentDesk agent;
    private final BookingDesk desk;
    private final StringBuilder told = new StringBuilder();
    private Room room = Rooms.SEINE;
    private Optional<MailToRoom> last = Optional.empty();
    private int mails;

    Scene(AgentDesk agent) {
        this.agent = agent;
        this.desk = agent.desk;
    }

    String play(List<String> lines) {
        List<String> pending = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith("  event ")) {
                send(pending);
            }
            String word = line.strip().split(" ", 2)[0];
            switch (word) {
                case "#", "" -> {}
                case "room" -> room = room(line.strip().substring(5));
                case "rules" -> room = with(rules(words(line)));
                case "booked" -> book(words(line));
                case "wait" -> desk.clock.advance(Duration.parse(line.strip().substring(5)));
                case "mail", "event" -> pending.add(line);
                case "again" -> answer(last.orElseThrow(), "again");
                case "approve" -> answer(approvedBy(last.orElseThrow(), People.MANAGER), "approved");
                default -> throw new IllegalArgumentException(line);
            }
        }
        send(pending);
        timeline();
        return told.toString();
    }

    private static Map<String, String> words(String line) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            found.put(word.group(1), word.group(2).replace("\"", ""));
        }
        return found;
    }

    private static Room room(String id) {
        return Rooms.directory().room(new RoomId(id)).orElseThrow();
    }

    private static MailRules rules(Map<String, String> words) {
        MailRules usual = MailRules.DEFAULT;
        return new MailRules(
                MailRules.Mode.valueOf(words.getOrDefault("mode", usual.mode().name())),
                MailRules.Outsiders.valueOf(
                        words.getOrDefault("outsiders", usual.outsiders().name())),
                words.containsKey("domain") ? Set.of(words.get("domain")) : Set.of(),
                Integer.parseInt(words.getOrDefault("missed", "8")),
                Integer.parseInt(words.getOrDefault("percent", "50")),
                MailRules.Beyond.valueOf(
                        words.getOrDefault("beyond", usual.beyond().name())));
    }

    private Room with(MailRules rules) {
        RoomProfile before = room.profile();
        RoomProfile profile = new RoomProfile(
                before.name(), before.capacity(), before.equipment(), before.email(), before.endpoint(), true, rules);
        return new Room(room.id(), room.site(), room.kind(), profile, room.rules(), room.parts(), room.numbers());
    }

    private void book(Map<String, String> words) {
        var order = Orders.changed(
                Orders.anOrder(room(words.getOrDefault("room", room.id().value()))),
                Orders.at(words.getOrDefault("start", Orders.START)),
                Orders.lasting(words.getOrDefault("length", "PT1H")));
        desk.booked(
                People.NADIA,
                words.containsKey("rule") ? Orders.changed(order, Orders.every(words.get("rule"))) : order);
    }

    private void send(List<String> pending) {
        if (pending.isEmpty()) {
            return;
        }
        Map<String, String> mail = words(pending.get(0));
        StringBuilder calendar = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Table//EN\r\n");
        if (!mail.containsKey("copy")) {
            calendar.append("METHOD:")
                    .append(mail.getOrDefault("method", "REQUEST"))
                    .append("\r\n");
        }
        pending.forEach(line -> calendar.append(event(mail, words(line))));
        calendar.append("END:VCALENDAR\r\n");
        pending.clear();
        mails++;
        MailToRoom sent = new MailToRoom(
                "mail-" + mails,
                "<mail-" + mails + "@example.org>",
                mail.getOrDefault("from", "camille@atelier-brie.example"),
                !mail.containsKey("unsigned"),
                room,
                List.of(SchedulingMessages.read(calendar.toString(), Rooms.PARIS)),
                Optional.empty());
        last = Optional.of(sent);
        answer(sent, "mail " + mails);
    }

    private static MailToRoom approvedBy(MailToRoom mail, Person manager) {
        return new MailToRoom(
                mail.id(),
                mail.messageId(),
                mail.sender(),
                mail.authenticated(),
                mail.room(),
                mail.calendars(),
                Optional.of(manager));
    }

    private String event(Map<String, String> mail, Map<String, String> own) {
        Map<String, String> words = new LinkedHashMap<>(mail);
        words.keySet().removeAll(Set.of("rid", "range", "rule", "except", "added", "status", "alone"));
        words.putAll(own);
        String organiser = words.getOrDefault("organiser", mail.getOrDefault("from", "camille@atelier-brie.example"));
        String sentBy = words.containsKey("sentby") ? ";SENT-BY=\"mailto:" + words.get("sentby") + "\"" : "";
        String start = words.getOrDefault("start", Orders.START);
        StringBuilder out = new StringBuilder("BEGIN:VEVENT\r\n");
        out.append("UID:").append(words.getOrDefault("uid", "event-1")).append("\r\n");
        out.append("SEQUENCE:").append(words.getOrDefault("seq", "0")).append("\r\n");
        out.append("DTSTAMP:20260325T")
                .append(words.getOrDefault("stamp", "080000"))
                .append("Z\r\n");
        out.append("SUMMARY:").append(words.getOrDefault("summary", "Point")).append("\r\n");
        out.append("ORGANIZER")
                .append(sentBy)
                .append(":mailto:")
                .append(organiser)
                .append("\r\n");
        if (!words.containsKey("untimed")) {
            String zone = words.getOrDefault("zone", "Europe/Paris");
            moment(out, "DTSTART", zone, start);
            moment(out, "DTEND", zone, end(start, words));
        }
        for (Map.Entry<String, String> each : Map.of("rid", "RECURRENCE-ID", "except", "EXDATE", "added", "RDATE")
                .entrySet()) {
            if (words.containsKey(each.getKey())) {
                for (String date : words.get(each.getKey()).split(",")) {
                    String range =
                            each.getKey().equals("rid") && words.containsKey("range") ? ";RANGE=THISANDFUTURE" : "";
                    moment(out, each.getValue() + range, words.getOrDefault("ridzone", "Europe/Paris"), date);
                }
            }
        }
        for (String rule : List.of("rule", "rule2", "exrule")) {
            if (words.containsKey(rule)) {
                out.append(rule.equals("exrule") ? "EXRULE:" : "RRULE:")
                        .append(words.get(rule))
                        .append("\r\n");
            }
        }
        if (words.containsKey("status")) {
            out.append("STATUS:").append(words.get("status")).append("\r\n");
        }
        if (!words.containsKey("unnamed")) {
            out.append("ATTENDEE;CUTYPE=ROOM")
                    .append(words.containsKey("rsvp") ? ";RSVP=TRUE" : "")
                    .append(":mailto:")
                    .append(room.profile().email())
                    .append("\r\n");
        }
        for (int i = 0; i < Integer.parseInt(words.getOrDefault("people", "1")); i++) {
            out.append("ATTENDEE:mailto:guest").append(i).append("@example.org\r\n");
        }
        return out.append("END:VEVENT\r\n").toString();
    }

    /** @param local a time, or a day */
    private static void moment(StringBuilder out, String name, String zone, String local) {
        boolean isDay = !local.contains("T");
        LocalDateTime moment = isDay ? LocalDate.parse(local).atStartOfDay() : LocalDateTime.parse(local);
        String form = isDay ? "uuuuMMdd" : "uuuuMMdd'T'HHmmss";
        out.append(name)
                .append(isDay ? ";VALUE=DATE:" : ";TZID=" + zone + ":")
                .append(DateTimeFormatter.ofPattern(form).format(moment))
                .append("\r\n");
    }

    private static String end(String start, Map<String, String> words) {
        return start.contains("T")
                ? LocalDateTime.parse(start)
                        .plus(Duration.parse(words.getOrDefault("length", "PT1H")))
                        .toString()
                : LocalDate.parse(start)
                        .plusDays(Long.parseLong(words.getOrDefault("days", "1")))
                        .toString();
    }

    private void answer(MailToRoom mail, String title) {
        AgentAnswers answers = agent.agent().answer(mail);
        told.append(title).append(": ").append(answers.fate()).append('\n');
        answers.grounds()
                .forEach(ground ->
                        told.append("  because ").append(anonymous(ground)).append('\n'));
        answers.mails().forEach(this::tell);
    }

    private static String anonymous(DecisionReason ground) {
        return ground.toString().replaceAll("[0-9a-f]{32}(\\.\\d+)?", "<booking>");
    }

    private void tell(OutgoingMail mail) {
        String text = new String(mail.bytes(), StandardCharsets.UTF_8);
        if (!text.contains("text/calendar")) {
            tellWords(mail);
            return;
        }
        byte[] calendar = calendar(text);
        List<String> faults = StrictCalendar.faultsOfReply(calendar);
        if (!faults.isEmpty()) {
            told.append("  FAULTS ").append(faults).append('\n');
        }
        for (CalendarEvent event :
                SchedulingMessages.read(calendar, Rooms.PARIS).events()) {
            EventParticipant self = event.people().attendees().get(0);
            told.append("  answers ")
                    .append(mail.recipient())
                    .append(' ')
                    .append(self.answer())
                    .append(event.recurrenceId().map(id -> " on " + id.local()).orElse(""))
                    .append(" seq ")
                    .append(event.identity().sequence())
                    .append('\n');
            for (String line : event.words().comment().split("\n")) {
                told.append("    ").append(line).append('\n');
            }
        }
    }

    private void tellWords(OutgoingMail mail) {
        try {
            MimeMessage read = new MimeMessage(SESSION, new ByteArrayInputStream(mail.bytes()));
            told.append("  tells ")
                    .append(mail.recipient())
                    .append(": ")
                    .append(read.getSubject())
                    .append('\n');
            for (String line : String.valueOf(read.getContent()).split("\r?\n")) {
                told.append("    ").append(line.strip()).append('\n');
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of the text/calendar part. */
    private static byte[] calendar(String mail) {
        int part = mail.indexOf("text/calendar");
        int begin = mail.indexOf("\r\n\r\n", part) + 4;
        int end = mail.indexOf("\r\n--", begin);
        return Base64.getMimeDecoder().decode(mail.substring(begin, end));
    }

    private void timeline() {
        told.append("timeline of ").append(room.id()).append(":\n");
        Interval year = Interval.of(Instant.parse("2026-03-25T00:00:00Z"), Instant.parse("2028-03-25T00:00:00Z"));
        desk.reading.holding(List.of(room), year).stream()
                .flatMap(booking -> booking.occupying()
                        .filter(date -> date.rooms().contains(room.id()))
                        .map(date -> date.time().start().atZone(Rooms.PARIS).toLocalDateTime() + " "
                                + date.time().length() + " " + booking.content().title() + " ("
                                + People.accounts()
                                        .contact(booking.owner().organiser())
                                        .email() + ", " + booking.state() + ")"))
                .sorted()
                .forEach(line -> told.append("  ").append(line).append('\n'));
    }
}
