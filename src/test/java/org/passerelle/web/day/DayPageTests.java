package org.passerelle.web.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.DemoNetwork;
import org.passerelle.HttpTest;

/** What a site's day says, as it is sent. */
class DayPageTests extends HttpTest {

    private static final String DAY = "2027-12-09";
    private static final String HOSTILE = "\"><script>alert('1')</script>&amp;";

    private String pageOf(String person, String site) {
        return browserOf(person).get("/day?site=" + site + "&date=" + DAY).body();
    }

    private String booked(String room, String start, String title) {
        String written = title.replace("\"", "\\\"");
        HttpResponse<String> answer = as(CAMILLE).post("/api/v1/bookings", """
                {"title":"%s","start":"%sT%s","duration":"PT1H","rooms":["%s"]}""".formatted(written, DAY, start, room));
        return DemoNetwork.created(answer).get("id").asString();
    }

    @Test
    void showsAHostileTitleAsText() {
        booked("melun-seine", "10:00", HOSTILE);

        String page = pageOf(CAMILLE, "melun");

        assertThat(page)
                .contains("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;")
                .doesNotContain("<script>alert");
    }

    @Test
    void leadsToABookingThatOneMayReadAndToNoOther() {
        String id = booked("melun-almont", "11:00", "Comité");

        assertThat(pageOf(CAMILLE, "melun"))
                .contains("href=\"/bookings/" + id + "\"")
                .contains("Comité");
        assertThat(pageOf(NADIA, "melun")).doesNotContain(id).doesNotContain("Comité");
    }

    @Test
    void leadsToTheFormWithRoomDayAndHour() {
        Matcher link = Pattern.compile("href=\"(/book\\?[^\"]*room=melun-visio[^\"]*start=15:00)\"")
                .matcher(pageOf(CAMILLE, "melun"));
        assertThat(link.find()).isTrue();

        String form =
                browserOf(CAMILLE).get(link.group(1).replace("&amp;", "&")).body();

        assertThat(form).contains(DAY).contains("15:00");
    }

    @Test
    void showsThePartOfACombinedRoomAsTakenByTheWhole() {
        int before = busyPieces(pageOf(NADIA, "melun"));
        booked("melun-grand-salon", "16:00", "Assemblée");

        assertThat(busyPieces(pageOf(NADIA, "melun")) - before).isEqualTo(3);
    }

    private static int busyPieces(String page) {
        return (int) Pattern.compile("<li class=\"piece busy")
                .matcher(page)
                .results()
                .count();
    }
}
