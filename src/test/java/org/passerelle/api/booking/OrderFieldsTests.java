package org.passerelle.api.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** The records that a request is read into are nested; to clients its fields stand beside each other, and each answers for itself. */
class OrderFieldsTests extends HttpTest {

    private static final String WAITLIST = "/api/v1/waitlist";
    private static final String WHOLE =
            "\"title\":\"Conseil\",\"start\":\"2027-09-20T09:00\",\"duration\":\"PT1H\",\"rooms\":[\"rebais-visio\"]";

    private static String faults(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        return StreamSupport.stream(TestClient.json(response).get("errors").spliterator(), false)
                .map(error -> error.get("field").asString())
                .sorted()
                .reduce("", (all, field) -> all.isEmpty() ? field : all + " " + field);
    }

    /** Of one more field, in single quotes. */
    private static String with(String more) {
        return "{" + WHOLE + "," + more.replace('\'', '"') + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'titel':'Conseil' | titel
                    'order':{} | order
                    'subject':{} | subject
                    'schedule':{'start':'2027-09-20T09:00'} | schedule
                    'order.hold':'PT1H' | order.hold
                    'headcount':'3' | headcount
                    'headcount':2.5 | headcount
                    'headcount':{} | headcount
                    'attendees':[{'email':'a@example.org'},{'email':7}] | attendees[1].email
                    'attendees':[{'email':'a@example.org','mobile':'1'}] | attendees[0].mobile
                    'conference':{'provider':'jitsi','url2':'x'} | conference.url2
                    'exclude':'2027-09-27' | exclude
                    'reacquire':'true' | reacquire
                    """)
    void namesTheFieldThatItDoesNotUnderstand(String field, String named) {
        TestClient camille = as(CAMILLE);

        assertThat(faults(camille.post(BOOKINGS, with(field)))).isEqualTo(named);
        assertThat(faults(camille.post(WAITLIST, with(field)))).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({BOOKINGS + ",until", WAITLIST + ",hold"})
    void takesNoFieldOfTheOtherRequest(String path, String field) {
        assertThat(faults(as(CAMILLE).post(path, with("'" + field + "':'PT10M'"))))
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({BOOKINGS, WAITLIST})
    void namesAllThatIsMissing(String path) {
        String nothing = "{\"title\":null}";

        assertThat(faults(as(CAMILLE).post(path, "{}"))).isEqualTo("rooms start title");
        assertThat(faults(as(CAMILLE).post(path, nothing))).isEqualTo("rooms start title");
    }

    @ParameterizedTest
    @CsvSource({BOOKINGS, WAITLIST})
    void takesNoFieldTwice(String path) {
        HttpResponse<String> twice = as(CAMILLE).post(path, with("'title':'Autre'"));

        assertThat(twice.statusCode()).isEqualTo(400);
    }
}
