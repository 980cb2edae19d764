package org.passerelle.api.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import tools.jackson.databind.JsonNode;

/** What was in force, and the way back; in December 2027, in which no other test books. */
class VersionsApiTests extends HttpTest {

    private static final String DIRECTORY = "/api/v1/admin/directory";
    private static final String VERSIONS = DIRECTORY + "/versions";
    private static final String CONFERENCE = "name: Salle Agora,";

    private String before = "";

    @BeforeEach
    void remember() {
        before = as(ADMIN).get(DIRECTORY).body();
        assertThat(before).contains(CONFERENCE);
    }

    @AfterEach
    void putBack() {
        as(ADMIN).putYaml(DIRECTORY, before);
    }

    private JsonNode latest() {
        return TestClient.json(as(ADMIN).get(VERSIONS + "?limit=1")).at("/items/0");
    }

    private static long number(JsonNode version) {
        return version.get("version").asLong();
    }

    @Test
    void listsComparesAndRevertsAsANewVersion() {
        long first = number(latest());
        as(ADMIN).putYaml(DIRECTORY, before.replace(CONFERENCE, "name: Grande Agora,"));

        JsonNode second = latest();
        assertThat(number(second)).isEqualTo(first + 1);
        assertThat(second.get("origin").asString()).isEqualTo("FILE");
        assertThat(second.at("/by/email").asString()).isEqualTo(ADMIN);
        JsonNode changes = TestClient.json(as(ADMIN).get(VERSIONS + "/" + (first + 1) + "/changes"));
        assertThat(changes.get("changes")).singleElement().satisfies(change -> {
            assertThat(change.get("path").toString())
                    .isEqualTo("[\"sites\",\"val-d-europe\",\"rooms\",\"val-d-europe-agora\",\"name\"]");
            assertThat(change.get("before").asString()).isEqualTo("Salle Agora");
            assertThat(change.get("after").asString()).isEqualTo("Grande Agora");
        });

        JsonNode tried = TestClient.json(as(ADMIN).post(VERSIONS + "/" + first + "/revert?dryRun=true", ""));
        assertThat(tried.get("affected")).isEmpty();
        assertThat(number(latest())).isEqualTo(first + 1);
        JsonNode reverted = TestClient.json(as(ADMIN).post(VERSIONS + "/" + first + "/revert", ""));
        assertThat(number(reverted)).isEqualTo(first + 2);
        assertThat(as(ADMIN).get(DIRECTORY).body()).isEqualTo(before);
        assertThat(latest().get("origin").asString()).isEqualTo("REVERT");
        assertThat(latest().get("concerning").asString()).isEqualTo(Long.toString(first));
        assertThat(as(ADMIN).get(VERSIONS + "/" + (first + 1)).body()).contains("Grande Agora");
    }

    @Test
    void aRevertShowsAndTreatsTheBookingsThatItHits() {
        long first = number(latest());
        as(ADMIN).putYaml(DIRECTORY, before.replace("hours: Mo-Fr 08:00-20:00", "hours: Mo-Fr 08:00-22:00"));
        String late = BookingBody.at("2027-12-07T20:30", "chelles-visio")
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();

        JsonNode tried = TestClient.json(as(ADMIN).post(VERSIONS + "/" + first + "/revert?dryRun=true", ""));
        assertThat(tried.get("affected").toString()).contains(late);
        as(ADMIN).post(VERSIONS + "/" + first + "/revert?onBookings=CANCEL", "");

        assertThat(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + late).body()).contains("CANCELLED");
    }

    @Test
    void whoeverHasSeenAnotherVersionIsToldSo() {
        String tag = as(ADMIN).get(DIRECTORY).headers().firstValue("ETag").orElseThrow();
        String mine = before.replace(CONFERENCE, "name: Mon Agora,");
        assertThat(as(ADMIN).with("If-Match", tag).putYaml(DIRECTORY, mine).statusCode())
                .isEqualTo(200);

        HttpResponse<String> late =
                as(ADMIN).with("If-Match", tag).putYaml(DIRECTORY, before.replace(CONFERENCE, "name: Ton Agora,"));

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("/problems/stale");
        assertThat(as(ADMIN)
                        .with("If-Match", "\"x\"")
                        .putYaml(DIRECTORY, before)
                        .statusCode())
                .isEqualTo(412);
        assertThat(as(ADMIN)
                        .with("If-Match", tag)
                        .post(VERSIONS + "/1/revert", "")
                        .statusCode())
                .isEqualTo(412);
        assertThat(as(ADMIN).get(DIRECTORY).body()).isEqualTo(mine);
    }

    @Test
    void whatIsNotKeptIsNotFoundAndNobodyElseReadsIt() {
        assertThat(as(ADMIN).get(VERSIONS + "/999999").statusCode()).isEqualTo(404);
        assertThat(as(ADMIN).get(VERSIONS + "/x/changes").statusCode()).isEqualTo(404);
        assertThat(as(ADMIN).get(VERSIONS + "/1/changes?since=no").statusCode()).isEqualTo(400);
        assertThat(as(ADMIN).get(VERSIONS + "?limit=0").statusCode()).isEqualTo(400);
        assertThat(as(MANAGER).get(VERSIONS).statusCode()).isEqualTo(403);
        assertThat(as(MANAGER).get(VERSIONS + "/1").statusCode()).isEqualTo(403);
        assertThat(as(MANAGER).post(VERSIONS + "/1/revert", "").statusCode()).isEqualTo(403);
    }
}
