package org.passerelle.web.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;

/** Whoever books from 10:07 is told that the room is held from 10:05. */
class HeldTimesTests extends HttpTest {

    @ParameterizedTest
    @CsvSource({"10:07, here 10:05–11:10.", "10:05, ''", "10:00, ''", "10:59, here 10:55–12:00."})
    void areToldWhereTheyAreNotThoseAskedFor(String start, String told) {
        String page = browserOf(CAMILLE)
                .get("/book?site=melun&room=melun-seine&date=2028-02-11&length=PT1H&start=" + start)
                .body();

        assertThat(page.replaceFirst("(?s).*<p id=\"held\" class=\"muted\">([^<]*)</p>.*", "$1"))
                .endsWith(told)
                .matches(told.isEmpty() ? "" : "Rooms are held by steps of five minutes: .*");
    }
}
