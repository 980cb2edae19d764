package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;

/** How rooms are furnished, as pages ask and tell it. */
class LayoutPagesTests extends HttpTest {

    private static final String ROOM = "roissy-horizon";

    @Test
    void theFormAsksAndTheBookingAndItsChangeTellIt() {
        TestClient browser = browserOf(CAMILLE);
        String shown = browser.get("/book?site=roissy&room=" + ROOM + "&date=2027-11-09&start=09:00&layout=u-shape")
                .body();
        assertThat(shown).contains("<option value=\"u-shape\" selected=\"selected\">U-shape</option>");

        HttpResponse<String> booked = ShownForm.on(shown)
                .with("title", "En rond")
                .with("layout", "u-shape")
                .send(browser);
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(302);
        String page = browser.with("Accept-Language", "fr")
                .get(booked.headers().firstValue("Location").orElseThrow())
                .body();

        assertThat(page).contains("En U");
        String change = browser.get(
                        booked.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "") + "/change")
                .body();
        assertThat(change).contains("<option value=\"u-shape\" selected=\"selected\">");
    }

    @Test
    void searchingByLayoutLeadsToAFormWithThatLayout() {
        String found = browserOf(CAMILLE)
                .get(
                        "/search?site=roissy&where=roissy&people=25&date=2027-11-10&start=09:00&length=PT1H&layout=theatre")
                .body();

        assertThat(found).contains("Salle Horizon", "layout=theatre").doesNotContain("Salle Envol</");
    }

    @Test
    void aLayoutThatTheRoomDoesNotOfferIsComplainedAboutWhereItIsChosen() {
        TestClient browser = browserOf(CAMILLE);
        BookingBody.at("2027-11-12T09:00", "roissy-envol").bookedBy(as(CAMILLE));
        ShownForm form = ShownForm.on(browser.get("/book?site=roissy&room=roissy-envol&date=2027-11-12&start=11:00")
                .body());

        HttpResponse<String> refused =
                form.with("title", "Gradins").with("layout", "theatre").send(browser);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("can be furnished as", "href=\"#layout\"");
    }
}
