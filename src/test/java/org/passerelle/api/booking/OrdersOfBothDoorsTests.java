package org.passerelle.api.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** One order, sent as JSON and as the form, makes the same booking; one bad value is wrong in both. */
class OrdersOfBothDoorsTests extends HttpTest {

    private static final String DAY = "2026-10-12";

    /** What a form says and what of the fields it stands for; a field that is said again counts last. */
    private static final List<Map.Entry<String, String>> FORM = List.of(
            Map.entry("site", "melun"),
            Map.entry("title", "Bureau"),
            Map.entry("date", DAY),
            Map.entry("start", "09:00"),
            Map.entry("length", "PT1H"),
            Map.entry("room", "melun-almont"));

    private static final Pattern ERRORS =
            Pattern.compile("id=\"([a-zA-Z]+)-errors\"(?: class=\"errors\")?[^>]*>\\s*<p");

    private HttpResponse<String> byForm(TestClient browser, String more, String key) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        List<Map.Entry<String, String>> said = pairs(more);
        FORM.stream()
                .filter(field -> said.stream().noneMatch(each -> each.getKey().equals(field.getKey())))
                .forEach(fields::add);
        fields.addAll(said);
        fields.add(Map.entry("_csrf", browser.csrfOf("/book")));
        fields.add(Map.entry("key", key));
        return browser.postForm("/book", fields);
    }

    private static List<Map.Entry<String, String>> pairs(String text) {
        return Arrays.stream(text.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> Map.entry(pair[0], pair[1].replace("+", " ")))
                .toList();
    }

    /** @param more fields in single quotes, in the place of those that it is made of else */
    private static String json(String more) {
        String times = more.contains("'start'") || more.contains("'part'") ? "" : "\"start\":\"" + DAY + "T09:00\",";
        String length =
                Stream.of("'duration'", "'end'", "'part'").anyMatch(more::contains) ? "" : "\"duration\":\"PT1H\",";
        String title = more.contains("'title'") ? "" : "\"title\":\"Bureau\",";
        String rooms = more.contains("'rooms'") ? "" : "\"rooms\":[\"melun-almont\"],";
        String all = title + times + length + rooms + more.replace('\'', '"');
        return "{" + (all.endsWith(",") ? all.replaceFirst(",$", "") : all) + "}";
    }

    private JsonNode cancelled(String id) {
        JsonNode booking = TestClient.json(as(CAMILLE).get(BOOKINGS + "/" + id));
        as(CAMILLE).delete(BOOKINGS + "/" + id);
        return booking;
    }

    /** All that was ordered, and nothing of who did when. */
    private static String order(JsonNode booking) {
        return Stream.of(
                        "title",
                        "start",
                        "duration",
                        "end",
                        "timeZone",
                        "recurrence",
                        "rooms",
                        "reacquire",
                        "visibility",
                        "notes",
                        "headcount",
                        "layout",
                        "services",
                        "conference",
                        "date",
                        "part")
                .map(field -> field + "=" + booking.get(field))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                        | ~~
            title=++Comité++                          | 'title':'Comité'
            length=PT95M                              | 'duration':'PT1H35M'
            length=CUSTOM&until=11:15                 | 'end':'2026-10-12T11:15'
            length=MORNING                            | 'date':'2026-10-12','part':'MORNING'
            length=DAY                                | 'date':'2026-10-12','part':'DAY'
            people=3&notes=Une+ligne                  | 'headcount':3,'notes':'Une ligne'
            repeat=WEEKLY&ends=count&times=2          | 'recurrence':'FREQ=WEEKLY;COUNT=2'
            repeat=WORKDAYS&ends=date&last=2026-10-14 | 'recurrence':'FREQ=WEEKLY;UNTIL=20261014;BYDAY=MO,TU,WE,TH,FR'
            start=09:00:20.5                          | 'start':'2026-10-12T09:00:20.5'
            room=melun-postes&units.melun-postes=2                  | 'rooms':['melun-postes','melun-postes']
            room=roissy-envol&service.roissy-lunch=3&service-note.roissy-lunch=Sans+noix | 'rooms':['roissy-envol'],'services':[{'service':'roissy-lunch','quantity':3,'note':'Sans noix'}]
            room=roissy-horizon&layout=u-shape         | 'rooms':['roissy-horizon'],'layout':'u-shape'
            video=1&quality=SD                        | 'conference':{'quality':'SD'}
            repeat=DAILY&times=2&givesUp=1            | 'recurrence':'FREQ=DAILY;COUNT=2','reacquire':false
            """)
    void theSameOrderIsTheSameBooking(String form, String json) {
        TestClient camille = as(CAMILLE);
        HttpResponse<String> made = camille.post(BOOKINGS, json(json));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String byJson = order(cancelled(TestClient.json(made).get("id").asString()));

        HttpResponse<String> pressed = byForm(browserOf(CAMILLE), form, "both " + form);

        assertThat(pressed.statusCode()).as(pressed.body()).isEqualTo(302);
        String page = pressed.headers().firstValue("Location").orElseThrow();
        assertThat(order(cancelled(page.substring(page.lastIndexOf('/') + 1)))).isEqualTo(byJson);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            title=+                                  | title     | 'title':' '                        | title
            title=\u202E                             | title     | 'title':'\u202E'                   | title
            date=2019-01-01                          | date      | 'start':'2019-01-01T09:00'         | start
            date=2250-01-01                          | date      | 'start':'2250-01-01T09:00'         | start
            start=25:00                              | start     | 'start':'2026-10-12T25:00'         | start
            length=CUSTOM&until=08:00                | until     | 'end':'2026-10-12T08:00'           | end
            length=PT0S                              | length    | 'duration':'PT0S'                  | duration
            length=P4000D                            | length    | 'duration':'P4000D'                | duration
            length=soon                              | length    | 'duration':'soon'                  | duration
            room=Salle!                              | rooms     | 'rooms':['Salle!']                 | rooms
            people=-1                                | people    | 'headcount':-1                     | headcount
            people=100001                            | people    | 'headcount':100001                 | headcount
            notes=\u2066                             | notes     | 'notes':'\u2066'                   | notes
            layout=En+U                              | layout    | 'layout':'En U'                    | layout
            service.roissy-lunch=1001                | services  | 'services':[{'service':'roissy-lunch','quantity':1001}] | services[0].quantity
            repeat=HOURLY                            | repeat    | 'recurrence':'FREQ=HOURLY'         | recurrence
            repeat=DAILY&times=0                     | times     | 'recurrence':'FREQ=DAILY;COUNT=0'  | recurrence
            repeat=DAILY&onConflict=PERHAPS          | conflict  | 'recurrence':'FREQ=DAILY;COUNT=2','onConflict':'PERHAPS' | onConflict
            override=GRAVITY                         | rooms     | 'override':['GRAVITY']             | override
            video=1&quality=4K                       | quality   | 'conference':{'provider':'jitsi','quality':'4K'} | conference.quality
            """)
    void theSameBadValueIsWrongInBoth(String form, String complaint, String json, String field) {
        HttpResponse<String> refused = as(CAMILLE).post(BOOKINGS, json(json));
        HttpResponse<String> shown = byForm(browserOf(CAMILLE), form, "bad " + form);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(TestClient.json(refused).get("errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.get("field").asString()).isEqualTo(field));
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(422);
        List<String> complaints = ERRORS.matcher(shown.body())
                .results()
                .map(each -> each.group(1))
                .distinct()
                .toList();
        assertThat(complaints).as(shown.body()).containsExactly(complaint);
    }

    @Test
    void theProviderOfAConferenceIsNamedForADateAndAllThatFollow() {
        TestClient camille = as(CAMILLE);
        JsonNode series = TestClient.json(camille.post(BOOKINGS, json("'recurrence':'FREQ=WEEKLY;COUNT=3'")));
        String second = BOOKINGS + "/" + series.get("id").asString() + "/occurrences/"
                + series.get("occurrences").get(1).get("recurrenceId").asString() + "?andFollowing=true";

        HttpResponse<String> unknown = camille.patch(second, "{\"conference\":{\"provider\":\"nobody\"}}");
        HttpResponse<String> usual = camille.patch(second, "{\"conference\":{\"quality\":\"SD\"}}");

        assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(400);
        assertThat(unknown.body()).contains("conference.provider");
        assertThat(TestClient.json(usual).get("conference").get("provider").asString())
                .isEqualTo("jitsi");
        cancelled(TestClient.json(usual).get("id").asString());
        cancelled(series.get("id").asString());
    }
}
