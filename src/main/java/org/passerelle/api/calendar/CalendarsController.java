package org.passerelle.api.calendar;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.api.NotFound;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.feed.PublishedFeeds;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * iCalendar over HTTP. A feed is read by programs that can sign in nowhere: its address is the secret, an unknown one is
 * told to be unknown, and nobody is ever asked for a password, since Outlook then gives up without a word.
 */
@RestController
class CalendarsController {

    private final PublishedFeeds feeds;
    private final FeedProperties settings;
    private final ReadingBookings bookings;
    private final BookingCalendar calendar;

    CalendarsController(
            PublishedFeeds feeds, FeedProperties settings, ReadingBookings bookings, BookingCalendar calendar) {
        this.settings = settings;
        this.feeds = feeds;
        this.bookings = bookings;
        this.calendar = calendar;
    }

    /**
     * Also answers HEAD, and 304 to a reader that has these bytes already.
     *
     * @param availability whether the calendar of a room is to tell its opening hours as well (VAVAILABILITY)
     */
    @Operation(summary = "Gives calendar programs what a feed shows, as iCalendar.")
    @GetMapping("/feeds/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token, @RequestParam(defaultValue = "false") String availability) {
        return feeds.fetch(token, Boolean.parseBoolean(availability))
                .map(settings.compressed() ? CalendarAnswers::compressible : CalendarAnswers::answer)
                .orElseGet(CalendarAnswers::unknown);
    }

    @Operation(summary = "Gives a booking as iCalendar.")
    @GetMapping("/api/v1/bookings/{id}/calendar.ics")
    ResponseEntity<byte[]> booking(@CurrentPerson Person person, @PathVariable String id, Locale locale) {
        Booking booking = bookings.find(id(id)).orElseThrow(() -> new NotFound("booking " + id));
        return ResponseEntity.ok()
                .contentType(CalendarAnswers.CALENDAR)
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
}
