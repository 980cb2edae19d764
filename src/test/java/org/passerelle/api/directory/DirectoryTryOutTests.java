package org.passerelle.api.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import tools.jackson.databind.JsonNode;

/** What another directory would do to bookings, told before it is put in force; in June 2027, in which no other test books. */
class DirectoryTryOutTests extends HttpTest {

    private static final String DIRECTORY = "/api/v1/admin/directory";

    private String yaml() {
        return as(ADMIN).get(DIRECTORY).body();
    }

    private String changed(String what, String other) {
        String yaml = yaml();
        assertThat(yaml).contains(what);
        return yaml.replace(what, other);
    }

    private List<JsonNode> affected(String yaml, String booking) {
        HttpResponse<String> response = as(ADMIN).putYaml(DIRECTORY + "?dryRun=true", yaml);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode told = TestClient.json(response);
        assertThat(told.propertyNames()).containsExactly("affected");
        return StreamSupport.stream(told.get("affected").spliterator(), false)
                .filter(each -> each.get("booking").asString().equals(booking))
                .toList();
    }

    private String booked(BookingBody body) {
        return body.bookedBy(as(CAMILLE)).get("id").asString();
    }

    @Test
    void tellsWhatLiesOutsideOfNewHoursAndChangesNothing() {
        String series = booked(BookingBody.at("2027-06-01T19:00", "melun-seine").every("FREQ=DAILY;COUNT=2"));
        String morning = booked(BookingBody.at("2027-06-01T09:00", "melun-seine"));
        String before = yaml();
        String shorter = changed("hours: Mo-Fr 08:00-20:00", "hours: Mo-Fr 08:00-19:00");

        List<JsonNode> hit = affected(shorter, series);

        assertThat(hit).hasSize(2);
        assertThat(hit.get(0).propertyNames())
                .containsExactlyInAnyOrder("booking", "recurrenceId", "room", "from", "to");
        assertThat(hit.get(0).get("from").asString()).isEqualTo("2027-06-01T17:00:00Z");
        assertThat(hit.get(0).get("room").asString()).isEqualTo("melun-seine");
        assertThat(affected(shorter, morning)).isEmpty();
        assertThat(affected(before, series)).isEmpty();
        assertThat(yaml()).isEqualTo(before);
    }

    @Test
    void tellsWhoWouldHaveNoSeatInAndWhichRoomsWouldBeGone() {
        String five = booked(BookingBody.at("2027-06-03T14:00", "melun-seine").with("headcount", "5"));
        String two = booked(BookingBody.at("2027-06-03T16:00", "melun-seine").with("headcount", "2"));
        String smaller = changed(
                "name: Salle Seine, kind: MEETING, capacity: 8", "name: Salle Seine, kind: MEETING, capacity: 4");
        assertThat(affected(smaller, five)).hasSize(1);
        assertThat(affected(smaller, two)).isEmpty();

        String projector = booked(BookingBody.at("2027-06-03T14:00", "melun-projector"));
        String without = changed("      melun-projector: {name: Vidéoprojecteurs, kind: EQUIPMENT, units: 5}\n", "");
        assertThat(affected(without, projector)).hasSize(1);
        assertThat(as(ADMIN).putYaml(DIRECTORY, without).statusCode())
                .as("taken away while it is booked")
                .isEqualTo(400);
    }

    @Test
    void rulesOfWhoBooksHowLongAndHowEarlyHitNothingThatIsBooked() {
        String hour = booked(BookingBody.at("2027-06-04T14:00", "melun-seine").lasting("PT3H"));

        assertThat(affected(changed("longest: PT12H", "longest: PT2H"), hour)).isEmpty();
        assertThat(affected(changed("notice: PT0S", "notice: PT720H"), hour)).isEmpty();
        assertThat(affected(changed("horizon: P24M", "horizon: P1M"), hour)).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithTheFileAndOnlyTheAdministrator() {
        assertThat(as(ADMIN).putYaml(DIRECTORY + "?dryRun=true", "rooms: no").statusCode())
                .isEqualTo(400);
        assertThat(as(MANAGER).putYaml(DIRECTORY + "?dryRun=true", yaml()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsClosedOverBookingsIsToldWhenItIsPutInForce() {
        String booked = booked(BookingBody.at("2027-06-08T10:00", "coulommiers-templiers"));
        String before = yaml();
        String closed = changed(
                "  coulommiers:\n",
                "  coulommiers:\n    closures: [{from: 2027-06-08, to: 2027-06-09, reason: Travaux}]\n");

        JsonNode told = TestClient.json(as(ADMIN).putYaml(DIRECTORY, closed));
        JsonNode again = TestClient.json(as(ADMIN).putYaml(DIRECTORY, closed + "# the same\n"));
        JsonNode back = TestClient.json(as(ADMIN).putYaml(DIRECTORY, before));

        assertThat(told.get("affected")).singleElement().satisfies(date -> {
            assertThat(date.get("booking").asString()).isEqualTo(booked);
            assertThat(date.get("room").asString()).isEqualTo("coulommiers-templiers");
            assertThat(date.get("from").asString()).isEqualTo("2027-06-08T08:00:00Z");
        });
        assertThat(again.get("affected")).isEmpty();
        assertThat(back.get("affected")).isEmpty();
        assertThat(TestClient.json(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + booked))
                        .get("state")
                        .asString())
                .isEqualTo("CONFIRMED");
    }
}
