package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.Visibility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Everything that can be done with a booking over the API, by everybody, at every visibility. */
class BookingActionsWalkTests extends HttpTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    /** @param isGranted whether the rule lets somebody do it */
    private record Action(String method, String path, String body, BiPredicate<BookingAudience, Visibility> isGranted) {

        String endpoint() {
            return method + " " + BOOKINGS + "/{id}" + path.replaceAll("\\?.*", "");
        }
    }

    private static final String DATE = "/occurrences/{recurrenceId}";
    private static final BiPredicate<BookingAudience, Visibility> ANYBODY = (who, visibility) -> true;
    private static final BiPredicate<BookingAudience, Visibility> RUNS = (who, visibility) -> who.runs;
    private static final BiPredicate<BookingAudience, Visibility> DECIDES =
            (who, visibility) -> who.runs && who != BookingAudience.ORGANISER;
    private static final BiPredicate<BookingAudience, Visibility> HANDS_OVER =
            (who, visibility) -> who == BookingAudience.ORGANISER || who == BookingAudience.ADMINISTRATOR;
    private static final BiPredicate<BookingAudience, Visibility> EDITS =
            (who, visibility) -> who.mayWrite(BookingPart.CONTENT, visibility);

    /** In an order in which none spoils the next; an endpoint that is new belongs in here, by who may use it. */
    private static final List<Action> ACTIONS = List.of(
            new Action("GET", "", "", ANYBODY),
            new Action("GET", "/calendar.ics", "", ANYBODY),
            new Action(
                    "GET",
                    "/conference",
                    "",
                    (who, visibility) -> who.mayJoin(visibility) || who.mayConnect(visibility)),
            new Action("PATCH", "", "{}", RUNS),
            new Action("PATCH", DATE, "{}", RUNS),
            new Action("PATCH", DATE + "?andFollowing=true", "{}", RUNS),
            new Action("POST", "/confirm", "", EDITS),
            new Action("POST", "/conference/new-links", "", EDITS),
            new Action("POST", "/conference/new-links", "{\"email\":\"invited@grandgroupe.example\"}", EDITS),
            new Action("POST", "/conference/new-links", "{\"email\":\"nobody@grandgroupe.example\"}", EDITS),
            // To somebody who cannot take it, lest the others find another organiser.
            new Action("POST", "/hand-over", "{\"to\":\"nadia@grandgroupe.example\"}", HANDS_OVER),
            new Action("POST", "/ask", "{\"message\":\"Combien de chaises ?\"}", DECIDES),
            new Action(
                    "POST",
                    "/answer",
                    "{\"message\":\"Douze\"}",
                    (who, visibility) -> who == BookingAudience.ORGANISER),
            new Action("POST", "/approve", "", DECIDES),
            new Action("POST", "/decline", "{\"message\":\"Non\"}", DECIDES),
            new Action("POST", "/check-in?recurrenceId={recurrenceId}", "", RUNS),
            new Action("POST", "/end?recurrenceId={recurrenceId}", "", RUNS),
            new Action("POST", "/extend?recurrenceId={recurrenceId}", "{\"until\":\"2027-07-05T11:00:00Z\"}", RUNS),
            new Action("GET", "/guests", "", EDITS),
            new Action("PUT", "/guests", "{\"guests\":[]}", EDITS),
            new Action("GET", "/rescue?recurrenceId={recurrenceId}", "", RUNS),
            // To a room that there is not, lest the others find it at another site.
            new Action(
                    "POST",
                    "/rescue",
                    "{\"move\":{\"rooms\":[\"no-such-room\"],\"from\":\"2027-07-05T09:00:00Z\",\"to\":\"2027-07-05T09:20:00Z\"}}",
                    RUNS),
            new Action("DELETE", DATE, "", RUNS),
            new Action("DELETE", DATE + "?andFollowing=true", "", RUNS),
            new Action("DELETE", "", "", RUNS));

    @Test
    void walksEveryEndpointOfABooking() {
        List<String> walked = ACTIONS.stream().map(Action::endpoint).distinct().toList();

        List<String> endpoints = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith(BOOKINGS + "/{id}"))
                        .flatMap(path ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + path)))
                .toList();

        assertThat(walked).containsExactlyInAnyOrderElementsOf(endpoints);
    }

    @TestFactory
    Stream<DynamicTest> everybodyDoesWhatTheRuleGrantsThem() {
        BookingAudience.admit(as(ADMIN));
        return Arrays.stream(Visibility.values())
                .flatMap(visibility -> Arrays.stream(BookingAudience.values())
                        .map(who -> dynamicTest(visibility + " " + who, () -> {
                            JsonNode booking = BookingBody.at(
                                            "2027-07-05T%02d:%02d"
                                                    .formatted(8 + who.ordinal(), 20 * visibility.ordinal()),
                                            "melun-seine")
                                    .lasting("PT20M")
                                    .every("FREQ=WEEKLY;COUNT=3")
                                    .with("visibility", '"' + visibility.name() + '"')
                                    .with("attendees", "[{\"email\":\"" + BookingAudience.INVITED.email + "\"}]")
                                    .with("conference", "{\"provider\":\"jitsi\"}")
                                    .bookedBy(as(CAMILLE));
                            TestClient client = who.client(anonymous());
                            for (Action action : ACTIONS) {
                                requireAnswer(action, who, visibility, answer(client, action, booking));
                            }
                        })));
    }

    private static HttpResponse<String> answer(TestClient client, Action action, JsonNode booking) {
        String date = booking.get("occurrences").get(1).get("recurrenceId").asString();
        String address =
                BOOKINGS + "/" + booking.get("id").asString() + action.path().replace("{recurrenceId}", date);
        return switch (action.method()) {
            case "GET" -> client.get(address);
            case "POST" -> client.post(address, action.body());
            case "PUT" -> client.put(address, action.body());
            case "PATCH" -> client.patch(address, action.body());
            default -> client.delete(address);
        };
    }

    private static void requireAnswer(
            Action action, BookingAudience who, Visibility visibility, HttpResponse<String> answer) {
        String what = who + ": " + action.endpoint() + " " + action.body() + " " + answer.body();
        if (action.isGranted().test(who, visibility)) {
            assertThat(answer.statusCode()).as(what).isNotEqualTo(403).isLessThan(500);
        } else {
            assertThat(answer.statusCode()).as(what).isEqualTo(403);
            assertThat(answer.body()).contains("/problems/forbidden");
        }
    }
}
