package org.passerelle.web.planner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteClock;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.Complaints;
import org.passerelle.web.book.FormOrders;
import org.passerelle.web.book.Linking;
import org.passerelle.web.book.OrderDesk;
import org.passerelle.web.room.NetworkMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finds when several parties can meet, each in a room of its site, and books all the rooms with one press. */
@Controller
@Metered
class MeetingTimesPage {

    private final Directories directories;
    private final FreshForm fresh;
    private final MeetingTimesSheet view;
    private final OrderDesk desk;
    private final FormOrders orders;
    private final Linking linking;
    private final PageWords words;

    MeetingTimesPage(
            Directories directories,
            FreshForm fresh,
            MeetingTimesSheet view,
            OrderDesk desk,
            FormOrders orders,
            Linking linking,
            PageWords words) {
        this.directories = directories;
        this.fresh = fresh;
        this.view = view;
        this.desk = desk;
        this.orders = orders;
        this.linking = linking;
        this.words = words;
    }

    /** Without a day in the address, or with {@code add} or {@code remove}, nothing is looked for. */
    @GetMapping("/conference")
    String show(
            @CurrentPerson Person person,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        MeetingTimesForm typed = fresh.fill(MeetingTimesForm.of(sent), sent, request);
        Optional<MeetingTimesForm> changed = fresh.changed(typed, sent, model);
        model.addAttribute("most", MeetingTimesSheet.most(sent.getFirst("show")));
        draw(changed.orElse(typed), model);
        show(changed.orElse(typed), changed.isEmpty() && sent.containsKey("date"), person, locale, model);
        return "conference";
    }

    /** The sites of the parties among the others, around the first of them. */
    private void draw(MeetingTimesForm form, Model model) {
        Directory directory = directories.current();
        List<Site> sites = form.parties().stream()
                .map(MeetingTimesForm.PartyRow::site)
                .filter(Slug::isSlug)
                .flatMap(id -> directory.site(new SiteId(id)).stream())
                .toList();
        sites.stream()
                .findFirst()
                .ifPresent(first -> model.addAttribute(
                                "map",
                                NetworkMap.around(
                                        first, sites.stream().map(Site::id).collect(Collectors.toSet()), directory))
                        .addAttribute("middle", first.name()));
    }

    /** Books one of the times that were shown. When it is gone, that is said and the next ones are shown. */
    @PostMapping("/conference")
    String book(
            @CurrentPerson Person person,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        MeetingTimesForm form = MeetingTimesForm.of(sent);
        SlotForm slot = SlotForm.of(sent);
        Complaints refused = new Complaints(words, locale);
        Optional<Booking> made = new MeetingTimesForms(form, directories.current(), refused)
                .query(person)
                .flatMap(query -> book(query, slot, refused, locale));
        if (made.isPresent()) {
            next.addFlashAttribute("done", OrderDesk.done(made.get()));
            return "redirect:/bookings/" + made.get().id();
        }
        response.setStatus(422);
        model.addAttribute("refused", refused.all());
        model.addAttribute("link", slot.link());
        show(form, true, person, locale, model);
        return "conference";
    }

    private Optional<Booking> book(MeetingTimeQuery query, SlotForm slot, Complaints refused, Locale locale) {
        Site first = directories.current().site(query.parties().get(0).site()).orElseThrow();
        return slot.told(orders.read(slot.text(query), query.seeker(), SiteClock.of(first)), query, refused)
                .flatMap(order -> desk.place(query.seeker(), order, slot.key(), slot.toString(), refused, locale));
    }

    private void show(MeetingTimesForm form, boolean asked, Person person, Locale locale, Model model) {
        Directory directory = directories.current();
        Complaints complaints = new Complaints(words, locale);
        Optional<MeetingTimeQuery> query =
                asked ? new MeetingTimesForms(form, directory, complaints).query(person) : Optional.empty();
        view.showForm(form, directory, complaints, locale, model);
        boolean guest = !BookingRights.of(person).mayLookForRooms();
        int most = model.getAttribute("most") instanceof Integer shown ? shown : MeetingTimesSheet.most(null);
        query.filter(each -> !guest).ifPresent(each -> view.showPlan(each, form, most, directory, locale, model));
        model.addAttribute("asked", asked);
        model.addAttribute("mayLink", linking.isPossible());
        model.addAttribute("qualities", linking.qualities(locale));
        if (!model.containsAttribute("link")) {
            model.addAttribute("link", SlotForm.SlotLink.USUAL);
        }
        model.addAttribute("guest", guest);
    }
}
