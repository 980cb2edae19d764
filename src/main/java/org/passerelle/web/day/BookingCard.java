package org.passerelle.web.day;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.i18n.RoomNames;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a calendar says of one date of a booking to whoever points at it: who, when, and what they may do. */
@Controller
class BookingCard {

    private final ReadingBookings reading;
    private final Accounts accounts;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    BookingCard(ReadingBookings reading, Accounts accounts, Directories directories, PageWords words, Clock clock) {
        this.reading = reading;
        this.accounts = accounts;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param date the start that the rule gave the date; without it, or if there is none such, the next one
     */
    @GetMapping("/bookings/{id}/card")
    String show(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String date,
            Locale locale,
            Model model) {
        Directory directory = directories.current();
        Booking booking = BookingId.parse(id)
                .flatMap(reading::find)
                .filter(found -> new BookingAccess(person, found, directory).mayRead(BookingPart.CONTENT))
                .orElseThrow(() -> new NoSuchPage("booking " + id));
        BookingAccess access = new BookingAccess(person, booking, directory);
        Instant now = clock.instant();
        Occurrence shown = date(booking, date, now);
        ZoneId zone = booking.schedule().zone();
        model.addAttribute("id", booking.id());
        model.addAttribute("title", booking.content().title());
        model.addAttribute(
                "when",
                PageWords.shortDay(shown.time().start().atZone(zone).toLocalDate(), locale) + ", "
                        + PageWords.times(shown.time(), zone));
        model.addAttribute("zone", words.zone(zone, locale));
        model.addAttribute(
                "rooms",
                RoomNames.joined(
                        shown.roomsOr(booking.rooms()),
                        room -> directory
                                .room(room)
                                .map(each -> RoomNames.withSite(each, directory))
                                .orElse(room.value())));
        model.addAttribute("who", accounts.contact(booking.owner().organiser()).shown());
        model.addAttribute(
                "state",
                booking.state() == BookingState.CONFIRMED ? "" : booking.state().name());
        model.addAttribute("mayChange", access.mayRun() && shown.isAhead(now));
        model.addAttribute(
                "occurrence", booking.schedule().recurs() ? shown.recurrenceId().toString() : "");
        return "card";
    }

    private static Occurrence date(Booking booking, @Nullable String name, Instant now) {
        return Optional.ofNullable(name)
                .flatMap(written -> WrittenTimes.ifReadable(written, WrittenTimes::instant))
                .flatMap(booking::occurrence)
                .or(() -> booking.occupying()
                        .filter(date -> date.time().end().isAfter(now))
                        .findFirst())
                .orElseGet(() -> booking.occurrences().get(0));
    }
}
