package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.security.throttle.GuessLimits;

/** Addresses that are a secret: an office with dead ones, and a page of another site that has a visitor's browser try them. */
class LinkThrottleTests extends HttpTest {

    @BeforeEach
    @AfterEach
    void letAMinutePass() {
        ticker.advance(GuessLimits.WINDOW);
    }

    private static TestClient fetching(TestClient client, String site, String mode, String destination) {
        return client.with("Sec-Fetch-Site", site).with("Sec-Fetch-Mode", mode).with("Sec-Fetch-Dest", destination);
    }

    private TestClient clicked() {
        return fetching(anonymous(), "cross-site", "navigate", "document").with("Sec-Fetch-User", "?1");
    }

    private static int status(TestClient client, String path) {
        return client.get(path).statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/join/",
                "/answer/",
                "/instead/",
                "/feeds/",
                "/freebusy/",
                "/integrations/jitsi/reservations/conference/"
            })
    void looksUpNoMoreThanThreeHundredDeadOnesOfAFamilyAMinute(String family) {
        for (int i = 0; i < GuessLimits.LINKS; i++) {
            assertThat(status(anonymous(), family + "none" + i)).isIn(404, 401);
        }

        assertThat(status(anonymous(), family + "none")).isEqualTo(429);
        ticker.advance(GuessLimits.WINDOW);
        assertThat(status(anonymous(), family + "none")).isIn(404, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/join/", "/answer/", "/instead/", "/feeds/", "/freebusy/"})
    void neitherLooksUpNorCountsWhatAPageOfAnotherSiteLoads(String family) {
        for (int i = 0; i <= GuessLimits.LINKS; i++) {
            assertThat(status(fetching(anonymous(), "cross-site", "no-cors", "image"), family + "none"))
                    .isEqualTo(403);
        }
        assertThat(status(fetching(anonymous(), "cross-site", "navigate", "iframe"), family + "none"))
                .isEqualTo(403);
        assertThat(status(fetching(anonymous(), "same-site", "cors", "empty"), family + "none"))
                .isEqualTo(403);
        assertThat(fetching(anonymous(), "cross-site", "navigate", "document")
                        .post(family + "none", "")
                        .statusCode())
                .isEqualTo(403);

        assertThat(status(anonymous(), family + "none")).isEqualTo(404);
    }

    @Test
    void countsApartWhereAnotherSiteSendsTheBrowserOn() {
        TestClient sent = fetching(anonymous(), "cross-site", "navigate", "document");
        for (int i = 0; i < GuessLimits.LINKS; i++) {
            assertThat(status(sent, "/join/none")).isEqualTo(404);
        }

        assertThat(status(sent, "/join/none")).isEqualTo(429);
        assertThat(status(clicked(), "/join/none")).isEqualTo(404);
        assertThat(status(fetching(anonymous(), "none", "navigate", "document"), "/join/none"))
                .isEqualTo(404);
    }
}
