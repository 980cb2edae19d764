package org.passerelle.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

class HelpPagesTests extends HttpTest {

    private static final Pattern NEXT = Pattern.compile("class=\"button\" href=\"(/[^\"]*)\"");
    private static final Pattern DEFINED = Pattern.compile("--([a-z0-9-]+):");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void leadsThroughTheTourToTheFirstPage(String language) {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", language);
        String path = "/help/tour/1";
        int pages = 0;

        while (path.startsWith("/help/")) {
            String page = browser.get(path).body();
            page = page.substring(page.indexOf("<main"));
            assertThat(page).as(path).contains("<progress").doesNotContain("??");
            path = NEXT.matcher(page)
                    .results()
                    .findFirst()
                    .map((MatchResult found) -> found.group(1))
                    .orElseThrow();
            pages++;
        }

        assertThat(path).isEqualTo("/");
        assertThat(pages).isEqualTo(5);
    }

    @Test
    void canBeLeftAtAnyTime() {
        assertThat(browserOf(CAMILLE).get("/help/tour/2").body()).contains("Skip the tour", "Try it", "2 of 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "-1", "one"})
    void hasNoOtherPages(String step) {
        assertThat(browserOf(CAMILLE).get("/help/tour/" + step).statusCode()).isEqualTo(404);
    }

    /** The keys that are told are those that the frame of every page has. */
    @Test
    void tellsTheKeysThatThereAre() {
        String page = browserOf(CAMILLE).get("/help").body();

        for (String key : new String[] {"0", "1", "2", "3", "4", "5"}) {
            assertThat(page).contains("accesskey=\"" + key + "\"", "<kbd>" + key + "</kbd>");
        }
    }

    @Test
    void isOfferedToNewcomers() {
        assertThat(browserOf(CAMILLE).get("/bookings").body()).contains("href=\"/help\"");
    }

    /** A colour that is added and not shown would not be looked at. */
    @Test
    void showsEveryColourOfTheStyleSheets() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/assets/app.css"));
        String root = css.substring(css.indexOf("--ground"), css.indexOf("--shadow"));
        String page = browserOf(CAMILLE).get("/design").body();

        List<String> colours = DEFINED.matcher(root)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(colours)
                .hasSizeGreaterThan(15)
                .allSatisfy(colour -> assertThat(page).contains("<code>--" + colour + "</code>"));
    }
}
