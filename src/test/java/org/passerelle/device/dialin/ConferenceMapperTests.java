package org.passerelle.device.dialin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.conference.DialIn;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.passerelle.device.interop.GatewayProperties;
import org.passerelle.device.interop.GatewayProperties.Gateway;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What Jitsi's gateways are answered about conferences and the numbers that stand for them. */
class ConferenceMapperTests extends HttpTest {

    private static final String MAPPER = "/integrations/jitsi/conference-mapper";

    @Autowired
    private ConferenceNumbers dialling;

    @Autowired
    private VideoMeetings meetings;

    @Autowired
    private ReadingBookings bookings;

    @Autowired
    private DialInNumbers numbers;

    private Booking book(String start, String more) {
        HttpResponse<String> response = as(NADIA).post("/api/v1/bookings", """
                        {"title":"Par téléphone","start":"%s","timeZone":"Europe/Paris","duration":"PT1H",
                        "rooms":["moret-visio"],"conference":{"provider":"jitsi"}%s}""".formatted(start, more));
        assertThat(response.statusCode()).isEqualTo(201);
        String id = TestClient.json(response).get("id").asString();
        return bookings.find(new BookingId(id)).orElseThrow();
    }

    private JsonNode map(String query) {
        return TestClient.json(anonymous().get(MAPPER + query));
    }

    private void at(String instant) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
    }

    @Test
    void givesAConferenceOneNumberAndFindsItAgainWhileItLetsPeopleIn() {
        Booking booking = book("2026-11-03T09:00", "");
        String name = meetings.of(booking).get(0).name();

        JsonNode mapped = map("?conference=" + name + "@conference.meet.example");
        assertThat(mapped.get("conference").asString()).isEqualTo(name + "@conference.meet.example");
        assertThat(mapped.get("id").isNumber()).isTrue();
        long number = mapped.get("id").asLong();
        assertThat(number).isBetween(100_000_000L, 999_999_999L);
        assertThat(map("?conference=" + name.toUpperCase(Locale.ROOT) + "@conference.meet.example")
                        .get("id")
                        .asLong())
                .isEqualTo(number);

        assertThat(map("?id=" + number).get("conference").asBoolean(true)).isFalse();
        at("2026-11-03T07:55:00Z");
        assertThat(map("?id=" + number).get("conference").asString()).startsWith(name + "@conference.");
        assertThat(map("?id=" + number).get("id").asLong()).isEqualTo(number);
        at("2026-11-03T10:00:00Z");
        assertThat(map("?id=" + number).get("conference").asBoolean(true)).isFalse();
    }

    @Test
    void findsByOneNumberWhicheverDateOfASeriesIsOpen() {
        Booking booking = book("2026-11-12T09:00", ",\"recurrence\":\"FREQ=WEEKLY;COUNT=2\"");
        List<VideoMeeting> dates = meetings.of(booking);
        String number = numbers.of(booking.id());

        at("2026-11-12T08:30:00Z");
        assertThat(map("?id=" + number).get("conference").asString())
                .startsWith(dates.get(0).name());
        at("2026-11-19T08:30:00Z");
        assertThat(map("?id=" + number).get("conference").asString())
                .startsWith(dates.get(1).name());
    }

    @Test
    void knowsNothingOfStrangersAndOfWhatIsCalledOff() {
        Booking booking = book("2026-11-05T09:00", "");
        String name = meetings.of(booking).get(0).name();
        as(NADIA).delete("/api/v1/bookings/" + booking.id());

        assertThat(map("?conference=" + name + "@conference.meet.example")
                        .get("id")
                        .asBoolean(true))
                .isFalse();
        assertThat(map("?conference=someone-elses@conference.meet.example")
                        .get("message")
                        .asString())
                .isEqualTo("No conference mapping was found");
        assertThat(anonymous().get(MAPPER).statusCode()).isEqualTo(400);
    }

    @Test
    void lookUpNothingMoreForWhoeverGuesses() {
        ticker.advance(Duration.ofMinutes(2));
        for (int i = 0; i < WrongNumbers.MOST; i++) {
            assertThat(anonymous().get(MAPPER + "?id=" + (100_000 + i)).statusCode())
                    .isEqualTo(200);
        }

        assertThat(anonymous().get(MAPPER + "?id=123456789").statusCode()).isEqualTo(429);

        ticker.advance(Duration.ofMinutes(2));
        assertThat(anonymous().get(MAPPER + "?id=123456789").statusCode()).isEqualTo(200);
    }

    @Test
    void writesWhatToDialThroughTheGatewaysThatAreSetUp() {
        Booking booking = book("2026-11-06T09:00", "");
        GatewayProperties gateways =
                new GatewayProperties(Map.of("jitsi", new Gateway("gw.example", "192.0.2.1", "+33160000000")));
        GatewayDialIns dialIns = new GatewayDialIns(gateways, numbers);
        String number = numbers.of(booking.id());

        assertThat(dialIns.into("jitsi", booking.id()))
                .extracting(DialIn::kind, DialIn::address, DialIn::pin)
                .containsExactly(
                        tuple(DialIn.DialInKind.SIP, number + "@gw.example", Optional.empty()),
                        tuple(DialIn.DialInKind.H323, "192.0.2.1##" + number, Optional.empty()),
                        tuple(DialIn.DialInKind.PSTN, "+33160000000", Optional.of(number)));
        assertThat(dialIns.into("bigbluebutton", booking.id())).isEmpty();
    }

    @Test
    void givesUpTheNumbersOfBookingsThatAreOver() {
        Booking over = book("2026-11-06T11:00", "");
        Booking ahead = book("2026-11-09T11:00", "");
        String number = numbers.of(over.id());
        numbers.of(ahead.id());

        at("2026-11-08T09:00:00Z");
        dialling.forgetOver();

        assertThat(numbers.booking(number)).isEmpty();
        assertThat(numbers.bookings()).contains(ahead.id());
    }
}
