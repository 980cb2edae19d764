package org.passerelle.roomagent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.Orders;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Schedule;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.conformance.AnsweredDialogue;
import org.passerelle.conformance.Dialogue;
import org.passerelle.conformance.DrawnMessage;
import org.passerelle.conformance.DrawnZone;
import org.passerelle.conformance.ReceivedReply;
import org.passerelle.conformance.Sample;
import org.passerelle.conformance.Span;
import org.passerelle.conformance.Tally;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.MailRules.Beyond;
import org.passerelle.directory.MailRules.Mode;
import org.passerelle.directory.MailRules.Outsiders;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomProfile;
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

    /** Open day and night in Montréal, as long and as far ahead as anybody may ask; it takes what it can of a series. */
    private static Room room(int number) {
        Room room = Rooms.aRoom("montreal-" + number, 100 + number)
                .at("montreal")
                .open("24/7")
                .lasting("PT5M", "P31D")
                .ahead("PT0S", "P10Y")
                .build();
        RoomProfile usual = room.profile();
        MailRules rules = new MailRules(Mode.AUTOMATIC, Outsiders.MEMBERS, Set.of(), 10, 99, Beyond.DECLINE);
        RoomProfile profile = new RoomProfile(
                usual.name(), usual.capacity(), usual.equipment(), usual.email(), usual.endpoint(), true, rules);
        return new Room(room.id(), room.site(), room.kind(), profile, room.rules(), room.parts(), room.numbers());
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
        Sample sample = Sample.of("dialogues", 25);
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
        dialogue.taken().forEach(span -> book(span, room));
        AnsweredDialogue answered = new AnsweredDialogue(dialogue);
        int number = 0;
        for (DrawnMessage message : dialogue.coming()) {
            number++;
            answered.hear(
                    message,
                    agent.agent().answer(mail(number, message, room)).mails().stream()
                            .flatMap(mail -> ReceivedReply.in(mail.bytes(), HOME).stream())
                            .toList());
        }
        List<String> faults = answered.faults(booked(room, dialogue));
        if (faults.isEmpty()) {
            tally.same(dialogue.kinds());
        } else {
            tally.different(dialogue.kinds(), dialogue.told(faults));
        }
    }

    private void book(Span span, Room room) {
        agent.desk.booked(
                People.NADIA,
                Orders.changed(
                        Orders.anOrder(room),
                        order -> new BookingOrder(
                                order.content(),
                                new Schedule(
                                        LocalDateTime.ofInstant(span.start(), ZoneOffset.UTC),
                                        ZoneId.of("Etc/UTC"),
                                        Duration.between(span.start(), span.end()),
                                        Optional.empty(),
                                        Set.of()),
                                order.rooms(),
                                order.onConflict())));
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

    private List<Span> booked(Room room, Dialogue dialogue) {
        Interval all = Interval.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));
        return Span.union(agent.desk.reading.holding(List.of(room), all).stream()
                .flatMap(booking -> booking.occupying()
                        .filter(date -> date.rooms().contains(room.id()))
                        .map(date -> new Span(date.time().start(), date.time().end())))
                .filter(span -> !dialogue.taken().contains(span))
                .toList());
    }
}
