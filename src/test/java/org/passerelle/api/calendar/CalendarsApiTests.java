package org.passerelle.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.api.ProblemAdvice;
import org.passerelle.api.Problems;
import org.passerelle.api.UnreadableFields;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.FeedsOnPaper;
import org.passerelle.calendar.feed.PublishedFeeds;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.calendar.write.BookingCalendar;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CalendarsApiTests {

    private final FeedsOnPaper network = new FeedsOnPaper();
    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new CalendarsController(
                    network.bean(PublishedFeeds.class),
                    new FeedProperties(false),
                    network.bean(ReadingBookings.class),
                    network.bean(BookingCalendar.class)))
            .setControllerAdvice(new ProblemAdvice(new Problems(), new UnreadableFields()))
            .build());

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void answersAFeedAsCalendarProgramsWantIt() {
        MvcTestResult answer = get(path(), HttpHeaders.ACCEPT, "text/calendar,text/plain;q=0.8,*/*;q=0.5");

        assertThat(answer).hasStatusOk();
        assertThat(answer).hasHeader(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8");
        assertThat(answer).hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=300, private");
        assertThat(answer).hasHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"melun-seine.ics\"");
        assertThat(answer).containsHeader(HttpHeaders.LAST_MODIFIED);
        assertThat(answer).doesNotContainHeader(HttpHeaders.CONTENT_ENCODING);
        assertThat(answer.getResponse().getHeader(HttpHeaders.ETAG)).matches("\"[A-Za-z0-9_-]{43}\"");
        assertThat(answer).bodyText().startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    }

    @Test
    void answersHeadWithTheSameHeaders() {
        String path = path();

        MvcTestResult answer = http.head().uri(path).exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader(HttpHeaders.ETAG))
                .isEqualTo(http.get().uri(path).exchange().getResponse().getHeader(HttpHeaders.ETAG));
    }

    @Test
    void answersNotModifiedByTagOrDateUntilSomethingChanges() {
        String path = path();
        MvcTestResult first = http.get().uri(path).exchange();
        String etag = String.valueOf(first.getResponse().getHeader(HttpHeaders.ETAG));
        String date = String.valueOf(first.getResponse().getHeader(HttpHeaders.LAST_MODIFIED));

        assertThat(get(path, HttpHeaders.IF_NONE_MATCH, etag)).hasStatus(304);
        assertThat(get(path, HttpHeaders.IF_MODIFIED_SINCE, date)).hasStatus(304);
        assertThat(http.head().uri(path).header(HttpHeaders.IF_NONE_MATCH, etag).exchange())
                .hasStatus(304);

        network.store(CalendarBookings.single("Europe/Paris", "2026-04-01T09:00", Duration.ofHours(1)));
        assertThat(get(path, HttpHeaders.IF_NONE_MATCH, etag)).hasStatusOk();
        assertThat(get(path, HttpHeaders.IF_MODIFIED_SINCE, date)).hasStatusOk();
    }

    @Test
    void answersAnUnknownAddressPlainlyAndWithoutAChallenge() {
        MvcTestResult answer = http.get()
                .uri("/feeds/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")
                .exchange();

        assertThat(answer).hasStatus(404);
        assertThat(answer).hasHeader(HttpHeaders.CONTENT_TYPE, "text/plain");
        assertThat(answer).doesNotContainHeader(HttpHeaders.WWW_AUTHENTICATE);
    }

    private MvcTestResult get(String path, String header, String value) {
        return http.get().uri(path).header(header, value).exchange();
    }

    private String path() {
        return "/feeds/"
                + network.feed(
                        CalendarBookings.CAMILLE, FeedScope.ROOM, CalendarBookings.SEINE.value(), FeedDetail.FULL)
                + ".ics";
    }
}
