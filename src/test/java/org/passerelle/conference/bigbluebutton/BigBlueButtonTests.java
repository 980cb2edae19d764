package org.passerelle.conference.bigbluebutton;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.SEINE;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.MutableClock;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.conference.Checkup.CheckOutcome;
import org.passerelle.conference.ConferenceParticipant;
import org.passerelle.conference.ConferenceParticipant.ParticipantRole;
import org.passerelle.conference.Provider.ProviderEntry;
import org.passerelle.conference.ProviderFailed;
import org.passerelle.conference.VideoDesk;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.platform.EmbeddedMongoStore;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BigBlueButtonTests {

    private static final String SECRET = "639259d4-9dd8-4b25-bf01-95f9567eaf4b";
    private static final String CREATED =
            "<response><returncode>SUCCESS</returncode><createTime>1531155809613</createTime></response>";
    private static final String ENDED =
            "<response><returncode>SUCCESS</returncode><messageKey>sentEndMeetingRequest</messageKey></response>";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private EmbeddedMongoStore store;
    private BookingDesk desk;
    private BigBlueButton provider;
    private VideoMeeting meeting;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
        server.start();
    }

    @AfterAll
    void close() {
        server.stop();
        store.close();
    }

    @BeforeEach
    void begin() {
        store.database().getCollection(MongoBookingsWiring.COLLECTION).deleteMany(new Document());
        server.resetAll();
        desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
        VideoDesk video = new VideoDesk(desk);
        provider = new BigBlueButton(
                new BigBlueButtonProperties("http://localhost:" + server.port() + "/bigbluebutton/", SECRET),
                video.guaranteed,
                desk.clock);
        meeting = video.only(desk.booked(CAMILLE, anOrder(SEINE), linked(new ConferenceWish("bigbluebutton"))));
        desk.clock.advance(Duration.between(MutableClock.TODAY, Instant.parse("2026-04-01T07:00:00Z")));
    }

    private void answers(String call, String body) {
        server.stubFor(get(urlPathEqualTo("/bigbluebutton/api/" + call)).willReturn(okXml(body)));
    }

    private static String failed(String key) {
        return "<response><returncode>FAILED</returncode><messageKey>" + key + "</messageKey></response>";
    }

    private String entrance(ParticipantRole part) {
        return entrance(meeting, part);
    }

    private String entrance(VideoMeeting meeting, ParticipantRole part) {
        return provider.entrance(new ProviderEntry(
                        meeting, new ConferenceParticipant("user:1", "Camille & Co", part), Locale.FRENCH))
                .orElseThrow()
                .toString();
    }

    private List<String> calls() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getUrl())
                .toList();
    }

    /** As the server does, on the very letters it was sent. */
    private static boolean isSigned(String url) {
        String call = url.replaceAll("\\?.*", "").replaceAll(".*/", "");
        String query = URI.create(url).getRawQuery().replaceAll("&?checksum=.*", "");
        return url.endsWith("checksum=" + SignedCall.checksum(call, query, SECRET));
    }

    @Test
    void signsAsItsDocumentationDoes() {
        assertThat(SignedCall.checksum(
                        "create", "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444", SECRET))
                .isEqualTo("da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e");
    }

    @Test
    void createsTheConferenceAndEntersIt() {
        answers("create", CREATED);

        String address = entrance(ParticipantRole.HOST);

        assertThat(calls())
                .singleElement()
                .satisfies(url -> assertThat(url)
                        .contains("meetingID=" + meeting.name(), "name=Comit%C3%A9", "duration=300", "record=false")
                        .matches(BigBlueButtonTests::isSigned));
        assertThat(address)
                .startsWith("http://localhost:" + server.port() + "/bigbluebutton/api/join?meetingID=" + meeting.name())
                .contains("fullName=Camille+%26+Co", "role=MODERATOR", "createTime=1531155809613")
                .matches(BigBlueButtonTests::isSigned);
        assertThat(entrance(ParticipantRole.ROOM)).contains("role=VIEWER");
    }

    @Test
    void lastsUntilTheRoomIsNeeded() {
        answers("create", CREATED);
        desk.booked(NADIA, anOrder(SEINE), at("2026-04-01T10:30"));

        entrance(ParticipantRole.GUEST);

        assertThat(calls()).singleElement().asString().contains("duration=90&");
    }

    @Test
    void entersTheOneThatIsThereAlready() {
        answers("create", failed("idNotUnique"));
        answers("getMeetingInfo", CREATED);

        assertThat(entrance(ParticipantRole.HOST)).contains("createTime=1531155809613");
    }

    @Test
    void saysThatItFailedWhenTheServerDoesNotCreateIt() {
        answers("create", failed("checksumError"));
        assertThatThrownBy(() -> entrance(ParticipantRole.HOST))
                .isInstanceOf(ProviderFailed.class)
                .hasMessageContaining("checksum");

        answers("create", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><response>&e;</response>");
        assertThatThrownBy(() -> entrance(ParticipantRole.HOST)).isInstanceOf(ProviderFailed.class);

        server.stubFor(get(urlPathEqualTo("/bigbluebutton/api/create"))
                .willReturn(aResponse().withStatus(502)));
        assertThatThrownBy(() -> entrance(ParticipantRole.HOST))
                .isInstanceOf(ProviderFailed.class)
                .hasMessageNotContaining(SECRET);
    }

    private static VideoMeeting called(String title, VideoMeeting meeting) {
        return new VideoMeeting(
                meeting.id(), meeting.wish(), meeting.name(), title, meeting.time(), meeting.rooms(), meeting.open());
    }

    /** As bbb-common-web judges a name: the newest by its length, older ones by its commas, one of them by its letters. */
    private void takesNames(String pattern) {
        server.stubFor(get(urlPathEqualTo("/bigbluebutton/api/create")).willReturn(okXml(failed("validationError"))));
        server.stubFor(get(urlPathEqualTo("/bigbluebutton/api/create"))
                .withQueryParam("name", matching(pattern))
                .willReturn(okXml(CREATED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X",
                "é",
                "Budget, staff, plans",
                ",",
                " , ",
                "Comité\u200b été",
                "12345678",
                "Réunion 🎉",
                "a\tb",
                "🎉"
            })
    void calledWhateverIsCreatedOnServersOfEveryAge(String title) {
        for (String pattern :
                List.of("(?s).{2,256}", "[^,]{2,256}", "[a-zA-Z0-9\\s!@#$%^&*()_+=;:.'\"<>?|/-]{2,256}")) {
            takesNames(pattern);

            assertThat(entrance(called(title, meeting), ParticipantRole.HOST))
                    .as(pattern)
                    .contains("createTime=1531155809613");
        }
    }

    @Test
    void isCalledAsTheBookingWhereItsServerTakesThat() {
        assertThat(MeetingName.of("Budget, staff")).isEqualTo("Budget; staff");
        assertThat(MeetingName.of("X")).isEqualTo("X (Passerelle)");
        assertThat(MeetingName.of("")).isEqualTo("Passerelle");
        assertThat(MeetingName.of("a".repeat(300))).hasSize(256);
        assertThat(MeetingName.of("Comité été")).isEqualTo("Comité été");
    }

    @Test
    void tellsARefusalFromNoAnswer() {
        answers("create", failed("checksumError"));
        assertThat(failure()).returns(true, ProviderFailed::isRefusal);

        answers("create", failed("validationError"));
        assertThat(failure()).returns(true, ProviderFailed::isRefusal);

        server.stubFor(get(urlPathEqualTo("/bigbluebutton/api/create"))
                .willReturn(aResponse().withStatus(403)));
        assertThat(failure()).returns(true, ProviderFailed::isRefusal);

        server.stubFor(get(urlPathEqualTo("/bigbluebutton/api/create"))
                .willReturn(aResponse().withStatus(503)));
        assertThat(failure()).returns(false, ProviderFailed::isRefusal);

        server.stubFor(get(urlPathEqualTo("/bigbluebutton/api/create"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(failure()).returns(false, ProviderFailed::isRefusal);
    }

    private ProviderFailed failure() {
        return catchThrowableOfType(ProviderFailed.class, () -> entrance(ParticipantRole.HOST));
    }

    @Test
    void endsWhatIsThere() {
        answers("end", ENDED);
        provider.end(meeting);

        answers("end", failed("notFound"));
        provider.end(meeting);

        answers("end", failed("checksumError"));
        assertThatThrownBy(() -> provider.end(meeting)).isInstanceOf(ProviderFailed.class);
        assertThat(calls()).hasSize(3).allMatch(BigBlueButtonTests::isSigned);
    }

    @Test
    void tellsHowManyAreThere() {
        answers(
                "getMeetingInfo",
                "<response><returncode>SUCCESS</returncode><participantCount>3</participantCount></response>");
        assertThat(provider.present(meeting)).hasValue(3);

        answers("getMeetingInfo", failed("notFound"));
        assertThat(provider.present(meeting)).hasValue(0);
    }

    @Test
    void findsOutWhetherItWorks() {
        answers("getMeetings", "<response><returncode>SUCCESS</returncode></response>");
        assertThat(provider.check().isGood()).isTrue();

        answers("getMeetings", failed("checksumError"));
        assertThat(provider.check().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(CheckOutcome.BAD);
            assertThat(finding.what()).isEqualTo("secret-refused");
        });
    }

    @Test
    void tellsNoSecretInItsDescription() {
        assertThat(new BigBlueButtonProperties("https://bbb.example", SECRET).toString())
                .doesNotContain(SECRET);
    }
}
