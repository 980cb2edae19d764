package org.passerelle.device.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.device.codec.CodecStub.Mood;
import org.passerelle.directory.DirectoryUpdates;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoOperations;

/** The whole program beside a codec that takes its meetings, or does not. */
@ExtendWith(OutputCaptureExtension.class)
class CodecsTests extends HttpTest {

    private static final RoomId SUITE = new RoomId("melun-telepresence");
    private static final String TEST = "/api/v1/suites/melun-telepresence/codec/test";
    private static final String CREDENTIAL = "/api/v1/admin/credentials/codec-melun";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    static Path folder;

    private static CodecStub stub;

    @Autowired
    private DirectoryUpdates directory;

    @Autowired
    private BookingRooms rooms;

    @Autowired
    private CancellingBookings cancelling;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CodecUpdates codecs;

    @Autowired
    private MongoOperations mongo;

    private String before = "";

    @BeforeAll
    static void startTheCodec() throws Exception {
        stub = CodecStub.startedIn(folder);
    }

    @AfterAll
    static void stopTheCodec() {
        stub.close();
    }

    @BeforeEach
    void connect() throws Exception {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-09-07T06:00:00Z")));
        stub.becomes(Mood.WELL);
        before = directory.text();
        directory.replace(before.replace(
                "url: \"https://codec-melun.it77.example\"",
                "url: \"" + stub.url() + "\", fingerprint: " + stub.fingerprint()));
        giveCredential(CodecStub.KNOWN.password());
    }

    @AfterEach
    void disconnect() {
        directory.replace(before);
        as(ADMIN).delete(CREDENTIAL);
    }

    private HttpResponse<String> giveCredential(String password) {
        return as(ADMIN).put(CREDENTIAL, "{\"user\":\"passerelle\",\"password\":\"" + password + "\"}");
    }

    private Booking book(String title, Visibility visibility, String start) {
        ExternalCall call = new ExternalCall(Optional.empty(), "comite@video.example", "", "", "4711");
        Content content = new Content(
                title, "", visibility, 0, List.of(), Optional.of(new ConferenceWish("external", Optional.of(call))));
        Schedule schedule =
                new Schedule(LocalDateTime.parse(start), PARIS, Duration.ofHours(1), Optional.empty(), Set.of());
        BookingResult result = rooms.book(
                nadia(),
                new BookingOrder(content, schedule, List.of(SUITE), OnConflict.REJECT),
                Optional.empty(),
                RequestKey.once(title));
        return ((BookingResult.Done) result).booking();
    }

    private Person nadia() {
        return accounts.person(new EmailAddress(NADIA)).orElseThrow();
    }

    private @Nullable CodecFailure lastFailure() {
        return codecs.state(SUITE).failure().map(CodecState.Failure::why).orElse(null);
    }

    private static boolean wasTold(String title) {
        return !stub.taken().isEmpty() && stub.latest().all("Title").contains(title);
    }

    @Test
    void tellsTheSuiteWhatToDialAsSoonAsItIsBookedAndForgetsWhatIsCalledOff() {
        Booking booking = book("Bourse <ouverte> & publique", Visibility.PUBLIC, "2026-09-08T09:00");
        await().until(() -> wasTold("Bourse <ouverte> & publique"));

        PutList list = stub.latest();
        int place = list.all("Title").indexOf("Bourse <ouverte> & publique");
        assertThat(list.all("Number").get(place)).isEqualTo("comite@video.example");
        assertThat(list.all("CallRate").get(place)).isEqualTo("6000");
        assertThat(list.all("Agenda").get(place)).isEqualTo("PIN: 4711");
        assertThat(list.all("StartTime").get(place)).isEqualTo("2026-09-08T07:00:00Z");
        assertThat(list.all("StartTimeBuffer").get(place)).isEqualTo("600");

        cancelling.cancel(nadia(), booking.id(), Optional.empty());
        await().until(() -> !wasTold("Bourse <ouverte> & publique"));
    }

    @Test
    void showsTheRoomNoTitleThatIsNotForEverybody() {
        book("Secret merger", Visibility.PRIVATE, "2026-09-08T14:00");
        book("Staff matters", Visibility.ORGANISATION, "2026-09-08T16:00");

        as(MANAGER).post(TEST, "");

        assertThat(stub.latest().all("StartTime")).contains("2026-09-08T12:00:00Z", "2026-09-08T14:00:00Z");
        assertThat(stub.latest().all("Title"))
                .contains("Réservé / Reserved")
                .doesNotContain("Secret merger", "Staff matters");
    }

    @Test
    void bearsACodecThatIsAwayTellsTheManagerAndHealsByItself() {
        stub.becomes(Mood.HALF_AN_ANSWER);

        Booking booking = book("Kept", Visibility.PUBLIC, "2026-09-09T09:00");
        await().until(() -> codecs.state(SUITE).isFailing() && lastFailure() == CodecFailure.UNREACHABLE);

        assertThat(TestClient.json(as(NADIA).get("/api/v1/bookings/" + booking.id()))
                        .get("state")
                        .asString())
                .isEqualTo("CONFIRMED");
        String shown = as(MANAGER).get("/api/v1/suites").body();
        assertThat(shown).contains("\"failing\":true", "\"failure\":\"UNREACHABLE\"");
        assertThat(as(NADIA).get("/api/v1/suites").statusCode()).isEqualTo(403);

        stub.becomes(Mood.WELL);
        codecs.lookAtAll();
        // A second try may have failed before it was well; then the pause is longer than a minute.
        await().until(() -> {
            clock.advance(Duration.ofMinutes(1));
            codecs.lookAtAll();
            return wasTold("Kept");
        });
        await().until(() -> !codecs.state(SUITE).isFailing());
    }

    @Test
    void triesAtOnceAgainWhenTheCredentialIsPutRight() {
        giveCredential("wrong");
        assertThat(as(MANAGER).post(TEST, "").body()).contains("\"failure\":\"WRONG_CREDENTIAL\"");

        giveCredential(CodecStub.KNOWN.password());

        await().until(() -> !codecs.state(SUITE).isFailing());
    }

    @Test
    void callsNobodyWithoutACredentialAndSaysSo() {
        as(ADMIN).delete(CREDENTIAL);
        as(MANAGER).post(TEST, "");
        int taken = stub.taken().size();

        String answer = as(MANAGER).post(TEST, "").body();

        assertThat(answer).contains("\"failure\":\"NO_CREDENTIAL\"");
        assertThat(stub.taken()).hasSize(taken);
    }

    @Test
    void neverShowsASecretAgain(CapturedOutput output) throws Exception {
        String secret = CodecStub.KNOWN.password();
        giveCredential("not-" + secret);
        as(MANAGER).post(TEST, "");
        giveCredential(secret);
        as(MANAGER).post(TEST, "");

        assertThat(as(ADMIN).get("/api/v1/admin/credentials").body())
                .contains("\"name\":\"codec-melun\"", "\"changedBy\":\"admin@it77.example\"", "\"readable\":true")
                .doesNotContain(secret);
        assertThat(as(MANAGER).get("/api/v1/suites").body()).doesNotContain(secret);
        assertThat(String.valueOf(mongo.findAll(org.bson.Document.class, "credentials")))
                .doesNotContain(secret);
        byte[] sealed = mongo.findAll(org.bson.Document.class, "credentials")
                .get(0)
                .get("sealed", org.bson.types.Binary.class)
                .getData();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("p4ss");
        assertThat(output.getAll()).doesNotContain(secret);
        assertThat(Files.exists(folder.resolve("secrets.key"))).isFalse();
    }

    @Test
    void refusesACredentialThatCannotBeOne() {
        assertThat(as(ADMIN)
                        .put(CREDENTIAL, "{\"user\":\"a:b\",\"password\":\"x\"}")
                        .body())
                .contains("A user name has no colon.");
        assertThat(as(ADMIN)
                        .put("/api/v1/admin/credentials/No-Name", "{\"user\":\"a\",\"password\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }
}
