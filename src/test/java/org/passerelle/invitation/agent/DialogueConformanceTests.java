package org.passerelle.invitation.agent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.Rooms;
import org.passerelle.calendar.message.SchedulingMessages;
import org.passerelle.conformance.Dialogue;
import org.passerelle.conformance.DrawnMessage;
import org.passerelle.conformance.DrawnZone;
import org.passerelle.conformance.InvitedEvent;
import org.passerelle.conformance.ReceivedReply;
import org.passerelle.conformance.Sample;
import org.passerelle.conformance.Span;
import org.passerelle.conformance.Tally;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/**
 * Dialogues by mail of all kinds, drawn by number, leave the room booked for what the organiser's program shows;
 * {@code docs/reference/conformance.md} tells what is drawn and what is right. {@code -Dconformance.seed=} begins elsewhere,
 * {@code -Dconformance.dialogues=} says how many: with 1, the one of a difference.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialogueConformanceTests {

    /** As many dialogues go by before everything is forgotten: each has a room of its own. */
    private static final List<Room> ROOMS = IntStream.rangeClosed(1, 40)
            .mapToObj(DialogueConformanceTests::room)
            .toList();

    private static final DrawnZone HOME = DrawnZone.iana("America/Montreal");

    private AgentDesk agent;

    /** Open day and night in Montréal, as long and as far ahead as anybody may ask. */
    private static Room room(int number) {
        return Rooms.aRoom("montreal-" + number, 100 + number)
                .at("montreal")
                .open("24/7")
                .lasting("PT5M", "P31D")
                .ahead("PT0S", "P10Y")
                .build();
    }

    @BeforeAll
    void open(@TempDir Path folder) {
        agent = new AgentDesk(folder);
        agent.directories = () -> Rooms.directory(ROOMS.toArray(Room[]::new));
    }

    @AfterAll
    void close() {
        agent.close();
    }

    @Test
    void bookWhatTheOrganiserSees() {
        Sample sample = Sample.of("dialogues", 60);
        sample.check((number, tally) -> {
            int turn = (int) ((number - sample.seed()) % ROOMS.size());
            if (turn == 0) {
                agent.begin();
            }
            agent.desk.clock.advance(Duration.ofHours(2)); // for nobody may book without end within an hour
            Room room = ROOMS.get(turn);
            play(Dialogue.of(number, HOME, room.profile().email()), room, tally);
        });
    }

    private void play(Dialogue dialogue, Room room, Tally tally) {
        InvitedEvent invited = new InvitedEvent();
        Map<Optional<Instant>, String> shown = new HashMap<>();
        List<String> faults = new ArrayList<>();
        int number = 0;
        for (DrawnMessage message : dialogue.coming()) {
            number++;
            boolean isNews = invited.hear(message);
            List<ReceivedReply> replies = agent.agent().answer(mail(number, message, room)).mails().stream()
                    .flatMap(mail -> ReceivedReply.in(mail.bytes()).stream())
                    .toList();
            if (isNews && message.kind().isOfTheWhole()) {
                shown.clear();
            }
            if (isNews) {
                replies.forEach(reply -> shown.put(reply.on(), reply.answer()));
            }
            boolean isAnswered = message.asks() ? !isNews || !replies.isEmpty() : replies.isEmpty();
            boolean isInOrder = replies.stream().allMatch(reply -> answers(reply, message));
            if (!isAnswered || !isInOrder) {
                faults.add("message " + number + ": " + replies);
            }
        }
        List<Span> wanted = Span.union(invited.wanted(Dialogue.WINDOW));
        List<Span> booked = booked(room);
        if (!wanted.equals(booked)) {
            faults.add("wanted " + Span.less(wanted, booked) + ", booked " + Span.less(booked, wanted));
        }
        if (!wanted.isEmpty() && shown.containsValue("DECLINED")) {
            faults.add("shown " + shown);
        }
        if (faults.isEmpty()) {
            tally.same(dialogue.kinds());
        } else {
            tally.different(
                    dialogue.kinds(),
                    "dialogue %d: %s\n%s\n%s"
                            .formatted(
                                    dialogue.number(),
                                    faults,
                                    dialogue.kinds(),
                                    dialogue.coming().stream()
                                            .map(DrawnMessage::text)
                                            .collect(Collectors.joining())));
        }
    }

    /** One attendee, and the state of things that was asked about (RFC 5546 section 3.2.3). */
    private static boolean answers(ReceivedReply reply, DrawnMessage message) {
        return reply.method().equals("REPLY") && reply.attendees() == 1 && reply.sequence() == message.sequence();
    }

    private static MailToRoom mail(int number, DrawnMessage message, Room room) {
        return new MailToRoom(
                room.id() + "-mail-" + number,
                "<" + room.id() + "-mail-" + number + "@example.org>",
                "camille@atelier-brie.example",
                true,
                room,
                SchedulingMessages.readEach(message.text().getBytes(StandardCharsets.UTF_8), "utf-8", Rooms.MONTREAL),
                Optional.empty());
    }

    private List<Span> booked(Room room) {
        Interval all = Interval.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));
        return Span.union(agent.desk.reading.holding(List.of(room), all).stream()
                .flatMap(booking -> booking.occupying()
                        .filter(date -> date.rooms().contains(room.id()))
                        .map(date -> new Span(date.time().start(), date.time().end())))
                .toList());
    }
}
