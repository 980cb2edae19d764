package org.passerelle.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.calendar.BookingCalendar;
import org.passerelle.calendar.Feeds;
import org.passerelle.calendar.PublishedCalendar;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * iCalendar over HTTP. A feed is read by programs that can sign in nowhere: its address is the secret, an unknown one is
 * told to be unknown, and nobody is ever asked for a password, since Outlook then gives up without a word.
 */
@RestController
class CalendarsController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

    private final Feeds feeds;
    private final ReadingBookings bookings;
    private final BookingCalendar calendar;

    CalendarsController(Feeds feeds, ReadingBookings bookings, BookingCalendar calendar) {
        this.feeds = feeds;
        this.bookings = bookings;
        this.calendar = calendar;
    }

    /** Also answers HEAD, and 304 to a reader that has these bytes already. */
    @GetMapping("/feeds/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        return feeds.fetch(token).map(CalendarsController::answer).orElseGet(CalendarsController::unknown);
    }

    @GetMapping("/api/v1/bookings/{id}/calendar.ics")
    ResponseEntity<byte[]> booking(@CurrentPerson Person person, @PathVariable String id, Locale locale) {
        Booking booking = bookings.find(id(id)).orElseThrow(() -> new NotFound("booking " + id));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("passerelle.ics")
                                .build()
                                .toString())
                .body(calendar.write(booking, person, locale));
    }

    private static BookingId id(String text) {
        try {
            return new BookingId(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("booking " + text);
        }
    }

    private static ResponseEntity<byte[]> answer(PublishedCalendar calendar) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(FIVE_MINUTES)
                .eTag(calendar.etag())
                .lastModified(calendar.lastModified())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(calendar.fileName())
                                .build()
                                .toString())
                .body(calendar.body());
    }

    private static ResponseEntity<byte[]> unknown() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.TEXT_PLAIN)
                .body("There is no calendar at this address.\n".getBytes(StandardCharsets.US_ASCII));
    }
}
