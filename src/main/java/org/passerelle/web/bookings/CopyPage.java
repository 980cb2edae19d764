package org.passerelle.web.bookings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.i18n.RoomNames;
import org.passerelle.platform.text.Text;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.book.BookingForm;
import org.passerelle.web.book.Length;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads from a booking to the form for a new one that says the same, on a day that is still to be chosen. */
@Controller
class CopyPage {

    /** As much of the notes as fits into an address; what is missing shows by an ellipsis. */
    private static final int MOST_NOTES = 1_000;

    private final ReadingBookings reading;
    private final Directories directories;

    CopyPage(ReadingBookings reading, Directories directories) {
        this.reading = reading;
        this.directories = directories;
    }

    @GetMapping("/bookings/{id}/copy")
    String copy(@CurrentPerson Person person, @PathVariable String id) {
        Booking booking = BookingId.parse(id).flatMap(reading::find).orElseThrow(() -> new NoSuchPage("booking " + id));
        Directory directory = directories.current();
        if (!new BookingAccess(person, booking, directory).mayRead(BookingPart.CONTENT)) {
            throw new NotYourBooking(booking.id(), person.id());
        }
        return "redirect:" + link(booking, directory);
    }

    private static String link(Booking booking, Directory directory) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/book");
        List<Object> values = new ArrayList<>();
        Map<RoomId, Long> rooms = RoomNames.counted(booking.rooms());
        rooms.keySet().stream()
                .flatMap(room -> directory.room(room).stream())
                .map(directory::siteOf)
                .findFirst()
                .ifPresent(site -> {
                    add("site", site.id(), link, values);
                    when(booking, site, link, values);
                });
        rooms.forEach((room, units) -> {
            add("room", room, link, values);
            add(units > 1 ? BookingForm.UNITS + room : "", units, link, values);
        });
        describe(booking.content(), link, values);
        return link.encode().buildAndExpand(values.toArray()).toUriString();
    }

    /** On the clocks of the site, as the form is read. */
    private static void when(Booking booking, Site site, UriComponentsBuilder link, List<Object> values) {
        BookingForm.When when = BookingForm.When.of(booking.schedule().first(), site.zone());
        add("start", when.start(), link, values);
        add("length", when.length(), link, values);
        add(when.length().equals(Length.CUSTOM) ? "until" : "", when.until(), link, values);
    }

    private static void describe(Content content, UriComponentsBuilder link, List<Object> values) {
        String notes = content.notes();
        add("title", content.title(), link, values);
        add(content.headcount() > 0 ? "people" : "", content.headcount(), link, values);
        add(
                notes.isEmpty() ? "" : "notes",
                notes.length() > MOST_NOTES ? Text.cut(notes, MOST_NOTES) + "…" : notes,
                link,
                values);
        add("layout", content.arrangements().layout().orElse(""), link, values);
        add(content.conference().isPresent() ? "video" : "", "1", link, values);
        content.arrangements().services().forEach(each -> {
            add("service." + each.service(), each.quantity(), link, values);
            add(each.note().isEmpty() ? "" : "service-note." + each.service(), each.note(), link, values);
        });
    }

    private static void add(String name, Object value, UriComponentsBuilder link, List<Object> values) {
        if (!name.isEmpty() && !value.toString().isEmpty()) {
            link.queryParam(name, "{value}");
            values.add(value);
        }
    }
}
