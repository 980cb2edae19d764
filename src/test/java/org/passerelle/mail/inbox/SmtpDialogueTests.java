package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.conformance.AnsweredDialogue;
import org.passerelle.conformance.Dialogue;
import org.passerelle.conformance.DrawnMessage;
import org.passerelle.conformance.DrawnZone;
import org.passerelle.conformance.ReceivedReply;
import org.passerelle.conformance.Sample;
import org.passerelle.conformance.Span;
import org.passerelle.conformance.Tally;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.mail.smtp.SpooledMail;
import org.passerelle.time.Interval;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A sample of the dialogues of {@code docs/reference/conformance.md} the whole way: mails at the SMTP door, the bookings of the
 * running program, and its answers as they leave.
 */
// With rooms of its own, which others do not expect in the directory.
@TestPropertySource(properties = "passerelle.test.directory=dialogues")
class SmtpDialogueTests extends SmtpDialogue {

    private static final DrawnZone HOME = DrawnZone.iana("America/Montreal");
    private static final String BEFORE = "      montreal-saint-laurent:";

    @Autowired
    Directories directories;

    @Autowired
    ReadingBookings reading;

    private void openRooms(int number) {
        String rooms = IntStream.range(0, number)
                .mapToObj(each -> """
                              drawn-%d:
                                name: Salle %d
                                kind: MEETING
                                capacity: 8
                                rules: {hours: 24/7, longest: P31D, horizon: P10Y}
                                mail: {mostMissed: 10, mostMissedPercent: 99}
                        """.formatted(each, each))
                .collect(Collectors.joining());
        String directory = as(ADMIN).get("/api/v1/admin/directory").body();
        var put = as(ADMIN).putYaml("/api/v1/admin/directory", directory.replace(BEFORE, rooms + BEFORE));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    }

    @Test
    void bookWhatTheOrganiserSeesAtTheDoor() {
        Sample sample = Sample.of("smtp", 8);
        openRooms(sample.size());
        sample.check((number, tally) -> {
            Room room = directories
                    .current()
                    .room(new RoomId("drawn-" + (number - sample.seed())))
                    .orElseThrow();
            play(Dialogue.of(number, HOME, room.profile().email()), room, tally);
        });
    }

    private void play(Dialogue dialogue, Room room, Tally tally) {
        dialogue.taken().forEach(span -> book(span, room));
        AnsweredDialogue answered = new AnsweredDialogue(dialogue);
        int number = 0;
        for (DrawnMessage message : dialogue.coming()) {
            number++;
            String id = "dialogue-" + dialogue.number() + "-" + number;
            deliver(id, message, room);
            answered.hear(message, answers(id, number, room));
        }
        List<String> faults = answered.faults(booked(room, dialogue));
        if (faults.isEmpty()) {
            tally.same(dialogue.kinds());
        } else {
            tally.different(dialogue.kinds(), dialogue.told(faults));
        }
    }

    private void book(Span span, Room room) {
        var booked = as(NADIA).post("/api/v1/bookings", """
                        {"title": "Atelier", "start": "%s", "duration": "%s", "rooms": ["%s"]}
                        """.formatted(
                        HOME.local(span.start()),
                        Duration.between(span.start(), span.end()),
                        room.id().value()));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    }

    private void deliver(String id, DrawnMessage message, Room room) {
        String mail = "From: " + CAMILLE + "\nTo: " + room.profile().email() + "\nSubject: " + id + "\nMessage-ID: <"
                + id + "@example.org>\nMIME-Version: 1.0\nContent-Type: text/calendar; charset=utf-8; method="
                + message.kind().method() + "\n\n" + message.text();
        try {
            send(CAMILLE, room.profile().email(), mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, once the mail, which is the {@code number}th to the room, has been dealt with. */
    private List<ReceivedReply> answers(String id, int number, Room room) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<InboxMail> logged = logged(room);
            assertThat(logged).hasSize(number);
            assertThat(logged).noneMatch(mail -> mail.course().state().isOpen());
            int answers = logged.stream()
                    .mapToInt(mail -> mail.course().answers().size())
                    .sum();
            assertThat(sent(id.replaceFirst("\\d+$", ""))).hasSize(answers);
        });
        return sent(id + "@").stream()
                .flatMap(mail -> ReceivedReply.in(mail, HOME).stream())
                .toList();
    }

    /** What came to {@code room}. */
    private List<InboxMail> logged(Room room) {
        return log().stream()
                .filter(mail -> mail.recipient()
                        .toLowerCase(Locale.ROOT)
                        .contains(room.profile().email()))
                .toList();
    }

    /** Answers to mails whose Message-ID begins so. */
    private List<byte[]> sent(String id) {
        return sent.answering(id).stream().map(SpooledMail::bytes).toList();
    }

    private List<Span> booked(Room room, Dialogue dialogue) {
        Interval all = Interval.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));
        return Span.union(reading.holding(List.of(room), all).stream()
                .flatMap(booking -> booking.occupying()
                        .filter(date -> date.rooms().contains(room.id()))
                        .map(date -> new Span(date.time().start(), date.time().end())))
                .filter(span -> !dialogue.taken().contains(span))
                .toList());
    }
}
