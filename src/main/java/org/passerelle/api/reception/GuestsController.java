package org.passerelle.api.reception;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.Forbidden;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.api.reception.GuestsView.ExpectedGuestView;
import org.passerelle.api.reception.GuestsView.GuestFields;
import org.passerelle.api.reception.GuestsView.GuestsFields;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.reception.ExpectedGuest;
import org.passerelle.reception.GuestLists;
import org.passerelle.reception.GuestLists.Arrival;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The guests of a booking, and those whom a reception expects. */
@RestController
class GuestsController {

    private final GuestLists guests;
    private final ReadingBookings reading;
    private final Directories directories;
    private final Accounts accounts;

    GuestsController(GuestLists guests, ReadingBookings reading, Directories directories, Accounts accounts) {
        this.guests = guests;
        this.reading = reading;
        this.directories = directories;
        this.accounts = accounts;
    }

    @Operation(summary = "Lists the guests of a booking, for whoever may change what it is about.")
    @GetMapping("/api/v1/bookings/{id}/guests")
    GuestsView list(@CurrentPerson Person person, @PathVariable String id) {
        return GuestsView.of(guests.of(person, booking(id)));
    }

    @Operation(summary = "Names the guests of a booking, whom the reception expects; none takes them away.")
    @PutMapping("/api/v1/bookings/{id}/guests")
    GuestsView name(@CurrentPerson Person person, @PathVariable String id, @RequestBody GuestsFields fields) {
        List<ExpectedGuest> named = read(fields);
        Booking booking = booking(id);
        guests.put(person, booking, named);
        return GuestsView.of(named);
    }

    private static List<ExpectedGuest> read(GuestsFields sent) {
        Fields errors = new Fields();
        List<ExpectedGuest> named = new ArrayList<>();
        if (sent.guests() == null) {
            errors.refuse("guests", "field.missing");
        } else if (sent.guests().size() > GuestLists.MOST) {
            errors.refuse("guests", "guests.count");
        } else {
            for (int i = 0; i < sent.guests().size(); i++) {
                String path = "guests[" + i + "]";
                GuestFields guest = sent.guests().get(i);
                if (guest == null) {
                    errors.refuse(path, "field.missing");
                } else {
                    read(guest, path, errors).ifPresent(named::add);
                }
            }
        }
        errors.requireNone();
        return named;
    }

    private static Optional<ExpectedGuest> read(GuestFields sent, String path, Fields errors) {
        String name = errors.line(path + ".name", sent.name(), ExpectedGuest.LONGEST);
        String from = sent.organisation() == null || sent.organisation().isBlank()
                ? ""
                : errors.line(path + ".organisation", sent.organisation(), ExpectedGuest.LONGEST);
        return name.isEmpty() ? Optional.empty() : Optional.of(new ExpectedGuest(name.strip(), from.strip()));
    }

    /**
     * Guests who are expected at a time.
     *
     * @param host the name of who expects them
     */
    record ArrivalView(Instant from, Instant to, List<String> rooms, String host, List<ExpectedGuestView> guests) {}

    /** @param date local day of the site */
    @Operation(summary = "Lists the guests whom the reception of a site expects on a day, for its managers.")
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/api/v1/sites/{id}/guests")
    Page<ArrivalView> expected(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String date) {
        Site site = Fields.quietly(id, SiteId::new)
                .flatMap(directories.current()::site)
                .orElseThrow(() -> new NotFound("site " + id));
        if (!person.manages(site.id())) {
            throw new Forbidden("the reception of " + id);
        }
        Fields errors = new Fields();
        Optional<LocalDate> day = errors.parsed("date", date, WrittenTimes::date, "time.date");
        errors.requireNone();
        return new Page<>(
                guests.expected(person, site, day.orElseThrow()).stream()
                        .map(this::view)
                        .toList(),
                null);
    }

    private ArrivalView view(Arrival arrival) {
        return new ArrivalView(
                arrival.time().start(),
                arrival.time().end(),
                arrival.rooms().stream().map(RoomId::value).toList(),
                accounts.contact(arrival.host()).shown(),
                arrival.guests().stream().map(ExpectedGuestView::of).toList());
    }

    private Booking booking(String id) {
        return BookingId.parse(id)
                .flatMap(reading::find)
                .orElseThrow(() -> new UnknownBooking(
                        BookingId.parse(id).map(BookingId::value).orElse("of that name")));
    }
}
