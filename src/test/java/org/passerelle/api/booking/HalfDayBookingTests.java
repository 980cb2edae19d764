package org.passerelle.api.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** Mornings, afternoons and days, as the site of the first room has them. */
class HalfDayBookingTests extends HttpTest {

    private static final String ROOM = "senart-visio";
    private static final String WAITLIST = "/api/v1/waitlist";

    @ParameterizedTest
    @CsvSource({
        "MORNING,2027-04-05,2027-04-05T08:30,2027-04-05T12:30",
        "AFTERNOON,2027-04-05,2027-04-05T13:30,2027-04-05T18:00",
        "DAY,2027-04-06,2027-04-06T08:30,2027-04-06T18:00"
    })
    void booksAPartOfADayByItsName(String part, String date, String start, String end) {
        JsonNode made = made("'date':'%s','part':'%s'".formatted(date, part), ROOM);

        assertThat(made.get("start").asString()).isEqualTo(start);
        assertThat(made.get("end").asString()).isEqualTo(end);
        assertThat(made.get("timeZone").asString()).isEqualTo("Europe/Paris");
        assertThat(made.get("date").asString()).isEqualTo(date);
        assertThat(made.get("part").asString()).isEqualTo(part);
    }

    @Test
    void readsTheHoursThatASiteHasOfItsOwn() {
        JsonNode made = made("'date':'2027-04-05','part':'AFTERNOON'", "rebais-visio");

        assertThat(made.get("start").asString()).isEqualTo("2027-04-05T14:00");
    }

    @Test
    void tellsTheFreeAfternoonFromTheTakenMorning() {
        made("'date':'2027-04-07','part':'MORNING'", ROOM);

        assertThat(send("'date':'2027-04-07','part':'DAY'", ROOM).statusCode()).isEqualTo(409);
        assertThat(send("'date':'2027-04-07','part':'AFTERNOON'", ROOM).statusCode())
                .isEqualTo(201);
    }

    @Test
    void readsTheHoursOnTheClockOfTheFirstRoomsSite() {
        JsonNode made = made("'date':'2027-04-08','part':'MORNING'", "montreal-telepresence", "amsterdam-telepresence");

        assertThat(made.get("timeZone").asString()).isEqualTo("America/Montreal");
        assertThat(made.at("/occurrences/0/start").asString()).isEqualTo("2027-04-08T12:30:00Z");
    }

    @Test
    void keepsTheHoursOfASeriesOverAChangeOfTheClocks() {
        JsonNode made = made("'date':'2027-03-23','part':'MORNING','recurrence':'FREQ=WEEKLY;COUNT=2'", ROOM);

        assertThat(made.at("/occurrences/0/start").asString()).isEqualTo("2027-03-23T07:30:00Z");
        assertThat(made.at("/occurrences/1/start").asString()).isEqualTo("2027-03-30T06:30:00Z");
        assertThat(made.at("/occurrences/1/end").asString()).isEqualTo("2027-03-30T10:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'date':'2027-04-09' | part
                    'part':'MORNING' | date
                    'date':'2027-04-09','part':'EVENING' | part
                    'date':'2027-04-31','part':'MORNING' | date
                    'date':'09/04/2027','part':'noon' | date part
                    'date':'2027-04-09','part':'MORNING','start':'2027-04-09T09:00' | date part start
                    'date':'2027-04-09','part':'DAY','duration':'PT1H' | date duration part
                    'part':'DAY','end':'2027-04-09T12:00' | end part
                    'start':'2027-04-09T09:00','duration':'PT1H','date':'2027-04-09' | date duration start
                    'start':'2027-04-09T09:00','duration':'PT1H','end':'2027-04-09T10:00' | end
                    'date':'2027-04-09','part':'MORNING','timeZone':'America/Montreal' | timeZone
                    """)
    void namesTheFieldsThatSayTheTimeTwiceOrNotAtAll(String when, String fields) {
        assertThat(faults(send(when, ROOM))).isEqualTo(fields);
        assertThat(faults(as(CAMILLE).post(WAITLIST, body(when, ROOM)))).isEqualTo(fields);
    }

    @Test
    void takesTheZoneOfTheSiteWhereItIsNamed() {
        JsonNode made = made("'date':'2027-04-12','part':'MORNING','timeZone':'Europe/Paris'", ROOM);

        assertThat(made.get("part").asString()).isEqualTo("MORNING");
    }

    @Test
    void saysThatThereIsNoSuchRoomRatherThanNoSuchZone() {
        HttpResponse<String> refused =
                send("'date':'2027-04-12','part':'MORNING','timeZone':'Europe/Paris'", "senart-nowhere");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("unknown-room");
    }

    @Test
    void isOnNoDayOnWhichTheSiteIsShut() {
        HttpResponse<String> holiday = send("'date':'2027-07-14','part':'DAY'", ROOM);
        HttpResponse<String> sunday = send("'date':'2027-04-11','part':'MORNING'", ROOM);

        assertThat(holiday.statusCode()).isEqualTo(422);
        assertThat(holiday.body()).contains("site-closed");
        assertThat(sunday.statusCode()).isEqualTo(422);
        assertThat(sunday.body()).contains("outside-opening-hours");
    }

    @Test
    void movesAHalfDayByOneWordAtATime() {
        String id = made("'date':'2027-04-13','part':'MORNING'", ROOM).get("id").asString();

        assertThat(when(change(id, "{'part':'AFTERNOON'}"))).isEqualTo("2027-04-13T13:30 2027-04-13 AFTERNOON");
        assertThat(when(change(id, "{'date':'2027-04-14'}"))).isEqualTo("2027-04-14T13:30 2027-04-14 AFTERNOON");
        assertThat(when(change(id, "{'start':'2027-04-14T14:00'}"))).isEqualTo("2027-04-14T14:00 null null");
        assertThat(faults(patch(id, "{'date':'2027-04-15'}"))).isEqualTo("part");
        assertThat(when(change(id, "{'part':'DAY'}"))).isEqualTo("2027-04-14T08:30 2027-04-14 DAY");
        assertThat(faults(patch(id, "{'part':'DAY','end':'2027-04-14T19:00'}"))).isEqualTo("end part");
    }

    @Test
    void takesTheHoursOfTheSiteThatABookingMovesTo() {
        String id = made("'date':'2027-04-16','part':'MORNING'", "melun-telepresence")
                .get("id")
                .asString();

        JsonNode moved = change(id, "{'rooms':['montreal-telepresence'],'part':'MORNING'}");

        assertThat(moved.get("timeZone").asString()).isEqualTo("America/Montreal");
        assertThat(when(moved)).isEqualTo("2027-04-16T08:30 2027-04-16 MORNING");
    }

    @Test
    void changesAllDatesOfASeriesToAnotherPart() {
        String id = made("'date':'2027-04-19','part':'MORNING','recurrence':'FREQ=DAILY;COUNT=3'", ROOM)
                .get("id")
                .asString();

        JsonNode changed = change(id, "{'part':'AFTERNOON'}");

        assertThat(starts(changed))
                .containsExactly("2027-04-19T11:30:00Z", "2027-04-20T11:30:00Z", "2027-04-21T11:30:00Z");
    }

    @Test
    void changesOneDateOfASeriesToAnotherPart() {
        String id = made("'date':'2027-04-26','part':'MORNING','recurrence':'FREQ=DAILY;COUNT=2'", ROOM)
                .get("id")
                .asString();
        String second = BOOKINGS + "/" + id + "/occurrences/2027-04-27T06:30:00Z";

        HttpResponse<String> afternoon = as(CAMILLE).patch(second, "{\"part\":\"AFTERNOON\"}");
        HttpResponse<String> twice = as(CAMILLE).patch(second, "{\"part\":\"DAY\",\"duration\":\"PT1H\"}");

        assertThat(starts(TestClient.json(afternoon))).containsExactly("2027-04-26T06:30:00Z", "2027-04-27T11:30:00Z");
        assertThat(TestClient.json(afternoon).at("/occurrences/1/end").asString())
                .isEqualTo("2027-04-27T16:00:00Z");
        assertThat(faults(twice)).isEqualTo("duration part");
    }

    @Test
    void callsAMorningWhatLastsAMorningHoweverItWasAskedFor() {
        JsonNode byTheHour = made("'start':'2027-04-28T08:30','duration':'PT4H'", ROOM);
        JsonNode shorter = made("'start':'2027-04-29T08:30','duration':'PT3H'", ROOM);

        assertThat(byTheHour.get("part").asString()).isEqualTo("MORNING");
        assertThat(shorter.get("part").isNull()).isTrue();
    }

    @Test
    void waitsForAHalfDay() {
        made("'date':'2027-04-30','part':'DAY'", ROOM);

        JsonNode waiting =
                TestClient.json(as(NADIA).post(WAITLIST, body("'date':'2027-04-30','part':'MORNING'", ROOM)));

        assertThat(when(waiting)).isEqualTo("2027-04-30T08:30 2027-04-30 MORNING");
    }

    private HttpResponse<String> send(String when, String... rooms) {
        return as(CAMILLE).post(BOOKINGS, body(when, rooms));
    }

    /** @param when fields in single quotes */
    private static String body(String when, String... rooms) {
        return ("{'title':'Formation','rooms':['" + String.join("','", rooms) + "']," + when + "}").replace('\'', '"');
    }

    private JsonNode made(String when, String... rooms) {
        HttpResponse<String> response = send(when, rooms);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return TestClient.json(response);
    }

    private HttpResponse<String> patch(String id, String fields) {
        return as(CAMILLE).patch(BOOKINGS + "/" + id, fields.replace('\'', '"'));
    }

    private JsonNode change(String id, String fields) {
        HttpResponse<String> response = patch(id, fields);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestClient.json(response);
    }

    private static String when(JsonNode booking) {
        return booking.get("start").asString() + " " + text(booking.get("date")) + " " + text(booking.get("part"));
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "null" : node.asString();
    }

    private static List<String> starts(JsonNode booking) {
        return StreamSupport.stream(booking.get("occurrences").spliterator(), false)
                .map(date -> date.get("start").asString())
                .toList();
    }

    private static String faults(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        return StreamSupport.stream(TestClient.json(response).get("errors").spliterator(), false)
                .map(error -> error.get("field").asString())
                .sorted()
                .reduce("", (all, field) -> all.isEmpty() ? field : all + " " + field);
    }
}
