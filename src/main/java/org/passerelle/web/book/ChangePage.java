package org.passerelle.web.book;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.booking.order.SubjectText.InviteeText;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteClock;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that changes a booking, one date of it, or a date and all that follow. */
@Controller
@Metered
class ChangePage {

    private final ReadingBookings reading;
    private final ChangeDesk desk;
    private final Directories directories;
    private final FormView view;
    private final PeopleField people;
    private final PageWords words;
    private final Clock clock;

    ChangePage(
            ReadingBookings reading,
            ChangeDesk desk,
            Directories directories,
            FormView view,
            PeopleField people,
            PageWords words,
            Clock clock) {
        this.people = people;
        this.reading = reading;
        this.desk = desk;
        this.directories = directories;
        this.view = view;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/bookings/{id}/change")
    String show(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model) {
        ChangedPart part = part(person, id, sent);
        Site site = site(part);
        return form(part, part.asItStands(site), site, person, new Complaints(words, locale), locale, model);
    }

    /**
     * With {@code look} the form comes back with what is free at its time, and nothing changes; with {@code instead} it has
     * the time and the rooms of a {@link AlternativeLine}.
     */
    @PostMapping("/bookings/{id}/change")
    String change(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        ChangedPart part = part(person, id, sent);
        Site site = site(part);
        BookingForm filled = BookingForm.of(sent);
        BookingForm form = part.complete(
                Optional.ofNullable(sent.getFirst("instead"))
                        .flatMap(proposal -> AlternativeLine.taken(filled, proposal))
                        .orElse(filled),
                sent.containsKey("invited"));
        Complaints complaints = new Complaints(words, locale);
        if (sent.containsKey("look")) {
            return form(part, form, site, person, complaints, locale, model);
        }
        List<InviteeText> invited =
                people.invited(person, form, part.booking().content().attendees(), complaints);
        Optional<Booking> changed = FormFaults.told(
                        OrderReader.order(
                                FormTexts.change(form)
                                        .inviting(List.copyOf(invited))
                                        .overriding(OverrideBox.ticked(sent)),
                                clocks(part, site)),
                        complaints)
                .filter(read -> complaints.isEmpty())
                .flatMap(order -> change(person, part, order, sent, complaints, locale));
        if (changed.isPresent()) {
            next.addFlashAttribute("done", OrderDesk.done(changed.get(), "changed"));
            return "redirect:/bookings/" + changed.get().id();
        }
        response.setStatus(422);
        return form(part, form, site, person, complaints, locale, model);
    }

    private Optional<Booking> change(
            Person person,
            ChangedPart part,
            BookingOrder order,
            MultiValueMap<String, String> sent,
            Complaints complaints,
            Locale locale) {
        return desk.change(person, part, order, text(sent, "version"), complaints, locale);
    }

    private String form(
            ChangedPart part,
            BookingForm form,
            Site site,
            Person person,
            Complaints complaints,
            Locale locale,
            Model model) {
        Booking booking = part.booking();
        view.fill(
                form,
                new FormView.Setting(person, site, clocks(part, site), Optional.of(booking.id())),
                complaints,
                locale,
                model);
        people.offer(person, model);
        model.addAttribute("part", part);
        model.addAttribute("id", booking.id());
        model.addAttribute("occurrence", part.date().recurrenceId());
        model.addAttribute("version", part.seen());
        model.addAttribute(
                "day",
                PageWords.day(part.date().recurrenceId().atZone(part.zone()).toLocalDate(), locale));
        model.addAttribute("isFollowing", part.extent() == ChangedPart.Extent.FOLLOWING);
        model.addAttribute("isOfASeries", part.extent() != ChangedPart.Extent.WHOLE);
        return "change";
    }

    private ChangedPart part(Person person, String id, MultiValueMap<String, String> sent) {
        Booking booking = booking(id);
        BookingAccess access = new BookingAccess(person, booking, directories.current());
        if (!access.mayRun()) {
            throw new NotYourBooking(booking.id(), person.id());
        }
        return ChangedPart.of(access, text(sent, "extent"), text(sent, "occurrence"), clock.instant())
                .orElseThrow(() -> new NoSuchPage("date of booking " + id));
    }

    private Booking booking(String id) {
        return BookingId.parse(id).flatMap(reading::find).orElseThrow(() -> new NoSuchPage("booking " + id));
    }

    /** The site whose rooms are shown first: one of the booking's own that has its clocks, if there is any. */
    private Site site(ChangedPart part) {
        Directory directory = directories.current();
        return Stream.concat(
                        part.rooms().stream()
                                .flatMap(room -> directory.room(room).stream())
                                .map(directory::siteOf),
                        directory.sites().stream())
                .filter(site -> site.zone().equals(part.zone()))
                .findFirst()
                .or(() -> directory.sites().stream().findFirst())
                .orElseThrow(() -> new NoSuchPage("site"));
    }

    private static SiteClock clocks(ChangedPart part, Site site) {
        return new SiteClock(part.zone(), site.halfDays());
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }
}
