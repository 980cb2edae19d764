package org.passerelle.api.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.passerelle.calendar.feed.PublishedCalendar;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What calendar programs are answered. They ask for no password and read no problem document. */
public final class CalendarAnswers {

    static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

    /** From when on dates are missing because the file would be too large; its description says so to people. */
    private static final String LEFT_OUT_FROM = "X-Passerelle-Left-Out-From";

    private CalendarAnswers() {}

    /**
     * As {@link #answer(PublishedCalendar)}, with a weak tag (RFC 9110 section 8.8.1): compressed or not, it says the same in other bytes.
     * A reader that asks by a tag is known by either.
     */
    static ResponseEntity<byte[]> compressible(PublishedCalendar calendar) {
        return answer(calendar, "W/" + calendar.etag());
    }

    /** Becomes 304 where the request says that the reader has it already. */
    public static ResponseEntity<byte[]> answer(PublishedCalendar calendar) {
        return answer(calendar, calendar.etag());
    }

    private static ResponseEntity<byte[]> answer(PublishedCalendar calendar, String etag) {
        HttpHeaders missing = new HttpHeaders();
        calendar.leftOutFrom().ifPresent(moment -> missing.set(LEFT_OUT_FROM, moment.toString()));
        return ResponseEntity.ok()
                .headers(missing)
                .contentType(CALENDAR)
                .cacheControl(FIVE_MINUTES)
                .eTag(etag)
                .lastModified(calendar.lastModified())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(calendar.fileName())
                                .build()
                                .toString())
                .body(calendar.body());
    }

    public static ResponseEntity<byte[]> unknown() {
        return plain(HttpStatus.NOT_FOUND, "There is no calendar at this address.");
    }

    /** @param text in ASCII, without its line end */
    public static ResponseEntity<byte[]> plain(HttpStatus status, String text) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .body((text + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
