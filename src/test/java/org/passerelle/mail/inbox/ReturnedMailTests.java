package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.TestClient;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What mail servers send back, in their forms: a file each. */
class ReturnedMailTests extends SmtpDialogue {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "bounces");
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 12);

    @Autowired
    AgentAddresses addresses;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    static Stream<String> cases() throws IOException {
        return files().stream().map(file -> file.getFileName().toString());
    }

    /** Kim is invited, and mailed. */
    private BookingId invited(int day) {
        JsonNode booking = TestClient.json(
                as(CAMILLE).post("/api/v1/bookings", """
                {"title":"Retour","start":"%sT%s:00","duration":"PT30M","rooms":["lizy-sur-ourcq-ourcq"],
                 "attendees":[{"email":"kim@example.org"},{"email":"eva@example.org"}]}""".formatted(FIRST_DAY.plusDays(day / 10), 10 + day % 10)));
        BookingId id = new BookingId(booking.get("id").asString());
        await().until(() -> states(id).equals(List.of("SENT", "SENT")));
        return id;
    }

    private List<String> states(BookingId id) {
        JsonNode attendees =
                TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + id)).get("attendees");
        return Stream.of(attendees.get(0), attendees.get(1))
                .map(attendee -> attendee.get("mail").get("state").asString())
                .toList();
    }

    private InboxMail dealtWith(String to) {
        return await().until(
                        () -> log().stream()
                                .filter(mail -> mail.recipient().equals(to)
                                        && mail.course().state() != MailState.RECEIVED)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areTakenForWhatTheyAre(String name) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(name));
        int end = lines.indexOf("---");
        BookingId id =
                invited((int) cases().takeWhile(each -> !each.equals(name)).count());
        EmailAddress kim = new EmailAddress("kim@example.org");
        String bounces = addresses.bounces(id, kim);
        String answers = addresses.replies(id);
        String messageId = "<0123456789abcdef0123456789abcdef." + bounces.substring("b+".length()) + ">";
        String mail = String.join("\r\n", lines.subList(end + 1, lines.size()))
                .replace("{bounces}", bounces)
                .replace("{answers}", answers)
                .replace("{forged-id}", messageId.replaceFirst("-[a-z2-7]{26}@", "-aaaaaaaaaaaaaaaaaaaaaaaaaa@"))
                .replace("{message-id}", messageId);
        String to = word(lines, "to").equals("answers") ? answers : bounces;

        send(word(lines, "return-path"), to, mail.getBytes(StandardCharsets.UTF_8));

        InboxMail dealt = dealtWith(to);
        String because = word(lines, "because");
        boolean cameBack = because.startsWith("CAME_BACK");
        assertThat(dealt.course().reasons()).containsExactly(LoggedReason.parse(because));
        assertThat(states(id)).containsExactly(cameBack ? "BOUNCED" : "SENT", "SENT");
    }

    private static String word(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()).strip())
                .orElseThrow();
    }

    @Test
    void haveTheFormsOfAllServersThatMatter() throws IOException {
        assertThat(cases())
                .contains("postfix.eml", "exim-text.eml", "qmail.eml", "exchange.eml", "gmail.eml", "away.eml");
    }
}
