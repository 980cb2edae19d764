package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** Services in the form, on the page of the booking, and among what the site has to do. */
class TasksPagesTests extends HttpTest {

    @Test
    void whatTheFormOrdersStandsOnTheBookingAndOnTheListOfItsSite() {
        TestClient browser = browserOf(CAMILLE);
        ShownForm form = ShownForm.on(browser.get("/book?site=roissy&room=roissy-horizon&date=2027-11-23&start=12:00")
                .body());

        HttpResponse<String> booked = form.with("title", "Déjeuner")
                .with("service.roissy-lunch", "9")
                .with("service-note.roissy-lunch", "sans noix")
                .send(browser);
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(302);
        String page = booked.headers().firstValue("Location").orElseThrow();

        assertThat(browser.get(page).body()).contains("9 × Plateaux-repas", "(sans noix)");
        String list = browserOf(ADMIN)
                .get("/tasks?site=roissy&date=2027-11-22&span=week")
                .body();
        assertThat(list).contains("9 × Plateaux-repas", "Salle Horizon", "sans noix", "Tuesday 23 November 2027");
        assertThat(browserOf(ADMIN)
                        .get("/tasks/export?site=roissy&date=2027-11-23")
                        .body())
                .contains("2027-11-23T12:00,SERVICE,roissy-horizon,roissy-lunch,9,sans noix");
    }

    @Test
    void aQuantityThatIsNoneIsComplainedAbout() {
        TestClient browser = browserOf(CAMILLE);
        ShownForm form = ShownForm.on(browser.get("/book?site=roissy&room=roissy-horizon&date=2027-11-24&start=12:00")
                .body());

        HttpResponse<String> refused = form.with("title", "Déjeuner")
                .with("service.roissy-lunch", "-3")
                .send(browser);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#services\"", "whole number up to 1000");
    }

    @Test
    void anotherSitesManagerHasNoSuchPage() {
        assertThat(browserOf(MANAGER).get("/tasks?site=roissy").statusCode()).isEqualTo(404);
        assertThat(browserOf(MANAGER).get("/tasks").statusCode()).isEqualTo(200);
        assertThat(browserOf(CAMILLE).get("/tasks").statusCode()).isEqualTo(404);
    }
}
