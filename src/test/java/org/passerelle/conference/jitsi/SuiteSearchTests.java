package org.passerelle.conference.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.BookingId;
import org.passerelle.conference.ConferenceParticipant;
import org.passerelle.conference.ConferenceParticipant.ParticipantRole;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a host can call from within a conference: the suites that are booked for it. */
class SuiteSearchTests extends HttpTest {

    private static final String PEOPLE = "/integrations/jitsi/people";

    @Autowired
    private Jitsi jitsi;

    @Autowired
    private VideoMeetings meetings;

    @Autowired
    private ReadingBookings bookings;

    private VideoMeeting meeting(String start) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Comité", "start": "%s", "timeZone": "Europe/Paris", "duration": "PT1H",
                         "rooms": ["la-ferte-sous-jouarre-visio", "trilport-visio", "la-ferte-sous-jouarre-meuliere"],
                         "conference": {"provider": "jitsi", "quality": "SD"}}""".formatted(start));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        assertThat(TestClient.json(booked).at("/conference/quality").asString()).isEqualTo("SD");
        var id = new BookingId(TestClient.json(booked).get("id").asString());
        return meetings.of(bookings.find(id).orElseThrow()).get(0);
    }

    private String tokenOf(VideoMeeting meeting, ParticipantRole part) {
        return jitsi.tokens().of(meeting, new ConferenceParticipant("x:1", "Kim", part));
    }

    private HttpResponse<String> asked(String query, String token) {
        return anonymous()
                .withBearer(token)
                .get(PEOPLE + "?query=" + query + "&queryTypes=%5B%22conferenceRooms%22%5D");
    }

    private List<String> found(String query, String token) {
        HttpResponse<String> answer = asked(query, token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return TestClient.json(answer)
                .valueStream()
                .map(each -> each.get("id").asString() + " " + each.get("type").asString())
                .toList();
    }

    private void at(String instant) {
        clock.reset();
        clock.advance(Duration.between(MutableClock.TODAY, Instant.parse(instant)));
    }

    @Test
    void tellsAHostTheBookedSuitesThatCanBeCalled() {
        VideoMeeting meeting = meeting("2026-10-06T15:00");
        at("2026-10-06T12:58:00Z");
        String token = tokenOf(meeting, ParticipantRole.HOST);

        assertThat(found("", token))
                .containsExactly(
                        "la-ferte-sous-jouarre-visio@sip.it77.example videosipgw",
                        "trilport-visio@sip.it77.example videosipgw");
        assertThat(found("M%C3%89AUX", token)).hasSize(1);
        assertThat(found("melun", token)).isEmpty();
    }

    @Test
    void tellsNothingToGuestsNorWithoutATokenOfOurs() {
        VideoMeeting meeting = meeting("2026-10-07T15:00");
        at("2026-10-07T12:58:00Z");

        assertThat(found("", tokenOf(meeting, ParticipantRole.GUEST))).isEmpty();
        assertThat(asked("", "a.b.c").statusCode()).isEqualTo(401);
        at("2026-10-07T15:00:00Z");
        assertThat(asked("", tokenOf(meeting, ParticipantRole.HOST)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesNoTokenFromTheAddress() {
        VideoMeeting meeting = meeting("2026-10-08T15:00");
        at("2026-10-08T12:58:00Z");
        String token = tokenOf(meeting, ParticipantRole.HOST);

        assertThat(asked("", token).statusCode()).isEqualTo(200);
        assertThat(anonymous().get(PEOPLE + "?query=&jwt=" + token).statusCode())
                .isEqualTo(401);
        assertThat(anonymous().withBasic("jwt", token).get(PEOPLE).statusCode()).isEqualTo(401);
    }

    @Test
    void isReadByThePagesOfJitsiAlone() {
        HttpResponse<String> jitsis = preflight("https://meet.it77.example");

        assertThat(jitsis.statusCode()).isEqualTo(200);
        assertThat(jitsis.headers().firstValue("Access-Control-Allow-Origin")).contains("https://meet.it77.example");
        assertThat(jitsis.headers().firstValue("Access-Control-Allow-Headers")).contains("authorization");
        assertThat(preflight("https://evil.example").statusCode()).isEqualTo(403);
        assertThat(preflight("https://evil.example").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private HttpResponse<String> preflight(String origin) {
        return anonymous()
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "GET")
                .with("Access-Control-Request-Headers", "authorization")
                .send("OPTIONS", PEOPLE, BodyPublishers.noBody());
    }
}
