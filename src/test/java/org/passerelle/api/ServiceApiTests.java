package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** Services over HTTP: ordered with a booking, told to the site, and followed by what becomes of the booking. */
class ServiceApiTests extends HttpTest {

    private static final String ROOM = "roissy-horizon";
    private static final String TASKS = "/api/v1/sites/roissy/tasks";

    private static String services(String service, int quantity, String note) {
        return "[{\"service\":\"%s\",\"quantity\":%d,\"note\":\"%s\"}]".formatted(service, quantity, note);
    }

    private List<String> tasks(String day) {
        HttpResponse<String> answer = as(ADMIN).get(TASKS + "?from=" + day + "&to=" + day);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer)
                .get("items")
                .valueStream()
                .map(task -> task.get("at").asString() + " " + task.get("kind").asString() + " "
                        + task.get("what").asString() + " "
                        + task.get("quantity").asInt())
                .toList();
    }

    @Test
    void theSiteIsToldWhatIsToBeDoneAndWhatChanges() {
        JsonNode booked = BookingBody.at("2027-11-16T09:00", ROOM)
                .with("layout", "\"theatre\"")
                .with("services", services("roissy-lunch", 12, "2 sans gluten"))
                .bookedBy(as(CAMILLE));
        String path = BookingBody.BOOKINGS + "/" + booked.get("id").asString();

        assertThat(booked.at("/services/0/note").asString()).isEqualTo("2 sans gluten");
        assertThat(tasks("2027-11-16"))
                .containsExactly(
                        "2027-11-16T07:30:00Z SET_UP theatre 1",
                        "2027-11-16T08:00:00Z SERVICE roissy-lunch 12",
                        "2027-11-16T09:00:00Z CLEAN_UP theatre 1");

        as(CAMILLE)
                .patch(path, "{\"start\":\"2027-11-17T10:00\",\"services\":" + services("roissy-lunch", 8, "") + "}");
        assertThat(tasks("2027-11-16")).isEmpty();
        assertThat(tasks("2027-11-17")).contains("2027-11-17T09:00:00Z SERVICE roissy-lunch 8");

        as(CAMILLE).delete(path);
        assertThat(tasks("2027-11-17")).isEmpty();
    }

    @Test
    void aTableHasTheSameAndOnlyManagersReadIt() {
        BookingBody.at("2027-11-18T09:00", ROOM)
                .with("services", services("roissy-coffee", 5, "=1+1"))
                .bookedBy(as(CAMILLE));
        String days = TASKS + "?from=2027-11-18&to=2027-11-18";

        String table = as(ADMIN).with("Accept", "text/csv").get(days).body();

        assertThat(table)
                .startsWith("at,kind,room,what,quantity,note,")
                .contains("2027-11-18T09:00,SERVICE,roissy-horizon,roissy-coffee,5,'=1+1,2027-11-18T09:00,");
        assertThat(as(CAMILLE).get(days).statusCode()).isEqualTo(403);
        assertThat(as(MANAGER).get(days).statusCode()).isEqualTo(403);
        assertThat(as(ADMIN).get(TASKS + "?from=2027-11-18&to=2027-12-19").statusCode())
                .isEqualTo(400);
        assertThat(as(ADMIN).get(TASKS + "?from=2027-11-18").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsMissingIsToldBeforeAndOthersDoNotReadIt() {
        JsonNode all = BookingBody.at("2027-11-19T09:00", ROOM)
                .with("services", services("roissy-lunch", 40, ""))
                .bookedBy(as(CAMILLE));
        String more = BookingBody.at("2027-11-19T14:00", ROOM)
                .with("services", services("roissy-lunch", 1, ""))
                .toString();

        HttpResponse<String> refused = as(NADIA).with("Accept-Language", "fr").post(BookingBody.BOOKINGS, more);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(TestClient.json(refused).at("/reasons/0/code").asString()).isEqualTo("service-exhausted");
        assertThat(TestClient.json(refused).at("/reasons/0/message").asString()).contains("Plateaux-repas");
        assertThat(TestClient.json(as(NADIA)
                                .get(BookingBody.BOOKINGS + "/" + all.get("id").asString()))
                        .get("services")
                        .isNull())
                .isTrue();
    }

    @Test
    void anOrderThatIsNoneIsToldByItsField() {
        for (String wrong : List.of(
                "[{\"service\":\"roissy-lunch\",\"quantity\":0}]",
                "[{\"service\":\"Lunch!\"}]",
                "[{\"service\":\"roissy-lunch\",\"note\":\"a\\nb\"}]",
                "[{\"service\":\"roissy-lunch\"},{\"service\":\"roissy-lunch\"}]",
                "[null]",
                "[{}]")) {
            HttpResponse<String> answer = as(CAMILLE)
                    .post(
                            BookingBody.BOOKINGS,
                            BookingBody.at("2027-11-22T09:00", ROOM)
                                    .with("services", wrong)
                                    .toString());

            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(TestClient.json(answer).at("/errors/0/field").asString()).startsWith("services[");
        }
    }
}
