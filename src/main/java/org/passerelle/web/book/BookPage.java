package org.passerelle.web.book;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.deputy.Booker;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.order.OrderText;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteClock;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.LastSite;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that books rooms: whatever is wrong is said in words, and nothing typed is lost. */
@Controller
@Metered
class BookPage {

    private final OrderDesk desk;
    private final Directories directories;
    private final LastSite lastSite;
    private final FormView view;
    private final FormOrders orders;
    private final BehalfField behalf;
    private final PeopleField people;
    private final PageWords words;

    BookPage(
            OrderDesk desk,
            Directories directories,
            LastSite lastSite,
            FormView view,
            FormOrders orders,
            BehalfField behalf,
            PeopleField people,
            PageWords words) {
        this.desk = desk;
        this.directories = directories;
        this.lastSite = lastSite;
        this.view = view;
        this.orders = orders;
        this.behalf = behalf;
        this.people = people;
        this.words = words;
    }

    @GetMapping("/book")
    String show(
            @CurrentPerson Person person,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        BookingForm form = BookingForm.of(sent);
        Complaints complaints = new Complaints(words, locale);
        Site site = site(form, request);
        behalf.show(person, sent, model);
        people.show(person, form, site, locale, model);
        return view.show(form, site, person, complaints, locale, model);
    }

    /**
     * With {@code look} the form comes back with what is free at its time, and nothing is booked; with {@code wait} its
     * rooms are waited for; with {@code instead} it has the time and the rooms of a {@link AlternativeLine}.
     */
    @PostMapping("/book")
    String book(
            @CurrentPerson Person actor,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        BookingForm filled = BookingForm.of(sent);
        BookingForm form = Optional.ofNullable(sent.getFirst("instead"))
                .flatMap(proposal -> AlternativeLine.taken(filled, proposal))
                .orElse(filled);
        Site site = site(form, request);
        Complaints complaints = new Complaints(words, locale);
        behalf.show(actor, sent, model);
        people.show(actor, form, site, locale, model);
        Optional<Booker> booker = behalf.booker(actor, sent, form, complaints);
        Person person = booker.map(Booker::principal).orElse(actor);
        if (sent.containsKey("look")) {
            return view.show(form, site, person, new Complaints(words, locale), locale, model);
        }
        PeopleField.ComingPeople coming = people.read(actor, form, complaints);
        OrderText text = FormTexts.order(form).inviting(List.copyOf(coming.invited()));
        Optional<BookingOrder> order = FormFaults.told(
                        orders.read(text.overriding(OverrideBox.ticked(sent)), person, SiteClock.of(site)), complaints)
                .filter(read -> complaints.isEmpty());
        if (sent.containsKey("wait")) {
            if (booker.filter(Booker::isOnBehalf).isPresent()) {
                complaints.add(BehalfField.NAME, "book.error.behalf-wait");
            }
            if (!coming.guests().isEmpty()) {
                complaints.add("guests", "people.error.guests-wait");
            }
            boolean joined = order.isPresent()
                    && complaints.isEmpty()
                    && desk.hasJoined(person, order.get(), form.key(), complaints, locale);
            return joined ? joined(next) : refused(form, site, person, complaints, response, locale, model);
        }
        String asked = form + BehalfField.said(booker) + OverrideBox.said(OverrideBox.ticked(sent));
        Optional<Booking> made = booker.flatMap(
                who -> order.flatMap(wish -> desk.place(who, wish, form.key(), asked, complaints, locale)));
        if (made.isPresent()) {
            lastSite.remember(site, request, response);
            people.expect(actor, made.get(), coming.guests());
            next.addFlashAttribute("done", OrderDesk.done(made.get()));
            return "redirect:/bookings/" + made.get().id();
        }
        return refused(form, site, person, complaints, response, locale, model);
    }

    private static String joined(RedirectAttributes next) {
        next.addFlashAttribute("done", "joined");
        return "redirect:/bookings";
    }

    private String refused(
            BookingForm form,
            Site site,
            Person person,
            Complaints complaints,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setStatus(422);
        model.addAttribute("mayWait", complaints.areAboutTakenRooms());
        boolean used = complaints.concerns("key");
        return view.show(used ? form.withFreshKey() : form, site, person, complaints, locale, model);
    }

    private Site site(BookingForm form, HttpServletRequest request) {
        String named = form.site().isEmpty() ? null : form.site();
        return lastSite.choose(named, request, directories.current())
                .orElseThrow(() -> new NoSuchPage("site " + form.site()));
    }
}
