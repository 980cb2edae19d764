package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.passerelle.TestClient;
import org.passerelle.web.SeriesEdit.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Does the steps of a {@link SeriesEdit} as a program does. */
class SeriesEditsByApi {

    static final String BOOKINGS = "/api/v1/bookings";
    private static final Set<String> LISTS = Set.of("rooms", "exclude");

    final EditedSeries series;
    private final TestClient client;

    SeriesEditsByApi(EditedSeries series, TestClient client) {
        this.series = series;
        this.client = client;
    }

    HttpResponse<String> perform(Step step) {
        return switch (step.verb()) {
            case "api" -> perform(step.inner());
            case "all" -> client.patch(series.path(), body(step.fields()));
            case "one" -> client.patch(occurrence(step), body(step.fields()));
            case "following" -> client.patch(occurrence(step) + "?andFollowing=true", body(step.fields()));
            case "drop", "decline" -> client.delete(occurrence(step));
            case "drop-following" -> client.delete(occurrence(step) + "?andFollowing=true");
            case "back" ->
                client.patch(
                        occurrence(step),
                        body(Map.of("start", series.date(day(step)).start())));
            default -> throw new AssertionError("No such step: " + step);
        };
    }

    static LocalDate day(Step step) {
        return LocalDate.parse(step.word(0));
    }

    private String occurrence(Step step) {
        EditedSeries.Named date = series.date(day(step));
        return BOOKINGS + "/" + date.booking() + "/occurrences/" + date.recurrenceId();
    }

    /** The fields of a request as JSON. */
    static String body(Map<String, String> fields) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        fields.forEach((name, value) -> {
            if (LISTS.contains(name)) {
                List<String> values = value.isEmpty() ? List.of() : Arrays.asList(value.split(","));
                values.forEach(body.withArray(name)::add);
                if (values.isEmpty()) {
                    body.putArray(name);
                }
            } else if (name.equals("reacquire")) {
                body.put(name, Boolean.parseBoolean(value));
            } else {
                body.put(name, value.replace('_', ' '));
            }
        });
        return body.toString();
    }

    /** Whether the answer to the last step is the refusal that was expected, naming the date that was. */
    void requireRefusal(HttpResponse<String> answer, Step expected) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(expected.word(0)));
        JsonNode problem = TestClient.json(answer);
        JsonNode causes = problem.has("reasons") ? problem.get("reasons") : problem.get("conflicts");
        if (problem.has("reasons")) {
            assertThat(values(causes, "code")).contains(expected.word(1));
        } else {
            assertThat(problem.get("type").asString()).endsWith(expected.word(1));
        }
        if (expected.words().size() > 2) {
            String named = series.date(LocalDate.parse(expected.word(2))).recurrenceId();
            assertThat(values(causes, "recurrenceId")).contains(named);
        }
    }

    private static List<String> values(JsonNode causes, String field) {
        return StreamSupport.stream(causes.spliterator(), false)
                .filter(cause -> cause.hasNonNull(field))
                .map(cause -> cause.get(field).asString())
                .toList();
    }
}
