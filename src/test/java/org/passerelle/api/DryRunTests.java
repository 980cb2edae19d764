package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** What is perhaps only to be tried out is not done. */
class DryRunTests extends HttpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dryRun=1",
                "dryRun=True",
                "dryRun=yes",
                "dryRun",
                "dryrun=true",
                "dry-run=true",
                "dryRun=false&dryRun=true"
            })
    void nothingIsDoneWhereItIsUnclearWhetherItIsToBe(String query) {
        String closure = """
                {"rooms": ["rebais-visio"], "from": "2026-10-28T08:00", "to": "2026-10-28T20:00", "reason": "Essai %s",
                 "onBookings": "CANCEL"}""".formatted(query);

        for (HttpResponse<String> answer : List.of(
                as(ADMIN).post("/api/v1/closures?" + query, closure),
                as(ADMIN).post("/api/v1/admin/erasures?" + query, "{\"email\":\"nobody.at.all@elsewhere.example\"}"),
                as(ADMIN).putYaml("/api/v1/admin/directory?" + query, "operators: {}"),
                as(CAMILLE)
                        .post(
                                "/api/v1/me/absence?" + query,
                                "{\"from\":\"2027-02-01T00:00:00Z\",\"to\":\"2027-02-02T00:00:00Z\",\"bookings\":\"CANCEL\"}"))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(TestClient.json(answer).at("/errors/0/field").asString()).isEqualTo("dryRun");
        }
        assertThat(as(ADMIN).get("/api/v1/closures").body()).doesNotContain("Essai " + query);
    }
}
