package org.passerelle.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.SpooledMail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** A file of public holidays that changes while something is booked on its days, in December 2027, in which no other test books. */
@DirtiesContext // It shuts sites for all who share the program.
class ClosedDaysTests extends HttpTest {

    private static final String CLOSURES = "/api/v1/closures";

    /** Each look books and calls off; the file is read again after some seconds. */
    private static final Duration A_LOOK = Duration.ofMillis(500);

    @Value("${passerelle.data-dir}")
    private Path data;

    @Autowired
    private ClosedDaysWatch watch;

    @Autowired
    private SentMails sent;

    @BeforeEach
    void knowsTheDays() {
        watch.look();
    }

    @AfterEach
    void putsBackTheFile() throws IOException {
        Files.deleteIfExists(file());
        await().pollInterval(A_LOOK).atMost(Duration.ofSeconds(30)).until(() -> status("2027-12-14T18:00") != 422);
        watch.look();
    }

    private Path file() {
        return data.resolve("calendars").resolve("public-holidays-fr.ics");
    }

    /** The shipped file with one more day. */
    private void closes(String day, String reason) {
        try (InputStream in = Objects.requireNonNull(
                ClosedDaysTests.class.getResourceAsStream("/calendars/public-holidays-fr.ics"))) {
            String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String more =
                    "BEGIN:VEVENT\r\nUID:extra-%s@test\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:%s\r\nSUMMARY:%s\r\nEND:VEVENT\r\nEND:VCALENDAR"
                            .formatted(day, day, reason);
            Files.createDirectories(file().getParent());
            Files.writeString(file(), shipped.replace("END:VCALENDAR", more));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().pollInterval(A_LOOK).atMost(Duration.ofSeconds(30)).until(() -> status("2027-12-14T18:00") == 422);
        watch.look();
    }

    /** Of an attempt to book; what was booked is called off again. */
    private int status(String start) {
        HttpResponse<String> response = as(NADIA)
                .post(
                        BookingBody.BOOKINGS,
                        BookingBody.at(start, "melun-almont").lasting("PT15M").toString());
        if (response.statusCode() == 201) {
            as(NADIA).delete(BookingBody.BOOKINGS + "/" + id(TestClient.json(response)));
        }
        return response.statusCode();
    }

    private static String id(JsonNode made) {
        return made.get("id").asString();
    }

    private Optional<JsonNode> asking(String email, String site) {
        JsonNode items =
                TestClient.json(as(email).get(CLOSURES + "?site=" + site)).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.get("state").asString().equals("ASKING"))
                .findFirst();
    }

    private String stateOf(JsonNode booking) {
        return TestClient.json(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + id(booking)))
                .get("state")
                .asString();
    }

    private List<String> outcomes(JsonNode closure) {
        return StreamSupport.stream(
                        TestClient.json(as(ADMIN).get(CLOSURES + "/" + id(closure)))
                                .get("affected")
                                .spliterator(),
                        false)
                .map(each -> each.get("outcome").asString())
                .toList();
    }

    private void settled(JsonNode closure, String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestClient.json(as(ADMIN).get(CLOSURES + "/" + id(closure)))
                        .get("state")
                        .asString()
                        .equals(state));
    }

    @Test
    void itsManagerGetsTheListAndDecidesAsForAClosureAndCanUndoIt() {
        clock.advance(
                Duration.ofMinutes(10)); // at another moment than in the other test: what is found at once is told once
        JsonNode hit = BookingBody.at("2027-12-14T09:00", "melun-seine").bookedBy(as(CAMILLE));
        JsonNode next = BookingBody.at("2027-12-15T09:00", "melun-seine").bookedBy(as(CAMILLE));

        closes("20271214", "Jour du préfet");

        JsonNode closure = asking(MANAGER, "melun").orElseThrow();
        assertThat(closure.get("type").asString()).isEqualTo("RULE");
        assertThat(closure.get("reason").asString()).isEqualTo("Jour du préfet");
        assertThat(closure.get("affected")).hasSize(1);
        assertThat(closure.get("affected").get(0).get("booking").asString()).isEqualTo(id(hit));
        assertThat(stateOf(hit)).as("nothing is done before somebody decides").isEqualTo("CONFIRMED");
        assertThat(asking(ADMIN, "chelles")).as("nothing is booked there").isEmpty();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !mails("Jour du préfet").isEmpty());
        assertThat(mails("Jour du préfet")).hasSize(1);
        assertThat(mails("Jour du préfet").get(0).text("text/plain").orElseThrow())
                .contains("Jour du préfet", "09:00", "Salle Seine", "/closures/" + id(closure));
        assertThat(browserOf(MANAGER).get("/closures/" + id(closure)).body()).contains("value=\"PROPOSE\"");

        String treat = CLOSURES + "/" + id(closure) + "/treat";
        assertThat(as(CAMILLE).post(treat, "{\"onBookings\":\"CANCEL\"}").statusCode())
                .isEqualTo(403);
        assertThat(as(MANAGER).post(treat, "{}").statusCode()).isEqualTo(400);
        assertThat(as(MANAGER).post(treat, "{\"onBookings\":\"CANCEL\"}").statusCode())
                .isEqualTo(200);
        settled(closure, "IN_FORCE");
        assertThat(stateOf(hit)).isEqualTo("CANCELLED");
        assertThat(stateOf(next)).isEqualTo("CONFIRMED");
        assertThat(as(MANAGER).post(treat, "{\"onBookings\":\"KEEP\"}").statusCode())
                .isEqualTo(400);

        assertThat(as(MANAGER).delete(CLOSURES + "/" + id(closure)).statusCode())
                .isEqualTo(204);
        settled(closure, "ENDED");
        assertThat(outcomes(closure)).containsExactly("RESTORED");
        assertThat(stateOf(hit)).isEqualTo("CONFIRMED");
        assertThat(status("2027-12-14T18:00"))
                .as("the file still closes the day")
                .isEqualTo(422);
        as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + id(hit));
        as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + id(next));
    }

    /** In whichever language the manager reads by now: other tests have them read English. */
    private List<SpooledMail> mails(String about) {
        return sent.to(MANAGER).stream()
                .filter(mail -> mail.text("text/plain")
                        .filter(text -> text.contains(about))
                        .isPresent())
                .toList();
    }

    @Test
    void whatIsFoundIsForgottenWhenTheDayIsOpenedAgain() throws IOException {
        JsonNode hit = BookingBody.at("2027-12-14T11:00", "melun-seine").bookedBy(as(CAMILLE));
        closes("20271214", "Erreur de saisie");
        JsonNode closure = asking(MANAGER, "melun").orElseThrow();
        clock.advance(Duration.ofMinutes(2));
        watch.look();

        Files.delete(file());
        await().pollInterval(A_LOOK).atMost(Duration.ofSeconds(30)).until(() -> status("2027-12-14T18:00") == 201);
        watch.look();

        settled(closure, "ENDED");
        assertThat(outcomes(closure)).containsExactly("KEPT");
        assertThat(stateOf(hit)).isEqualTo("CONFIRMED");
        as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + id(hit));
    }
}
