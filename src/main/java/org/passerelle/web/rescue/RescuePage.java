package org.passerelle.web.rescue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.AccountId;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.platform.work.Metered;
import org.passerelle.rescue.RescueLinks;
import org.passerelle.rescue.RescueLinks.OpenedRescue;
import org.passerelle.rescue.RescueMeeting;
import org.passerelle.rescue.RescuePlan;
import org.passerelle.rescue.RescueWish;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a date of a booking can go whose rooms cannot be used, each place with a button. A look moves nothing, for mail filters look at
 * every link; by the link of a mail whoever it was written to acts.
 */
@Controller
class RescuePage {

    private final RescueMeeting rescue;
    private final RescueLinks links;
    private final RescueLines lines;
    private final ReasonTexts texts;
    private final PageWords words;

    RescuePage(RescueMeeting rescue, RescueLinks links, RescueLines lines, ReasonTexts texts, PageWords words) {
        this.rescue = rescue;
        this.links = links;
        this.lines = lines;
        this.texts = texts;
        this.words = words;
    }

    @Metered
    @GetMapping("/bookings/{id}/rescue")
    String show(
            @CurrentPerson Person person,
            @PathVariable String id,
            @ModelAttribute RescueForm form,
            Locale locale,
            Model model) {
        return page(person, named(id), form.wish(), "/bookings/" + id + "/rescue", locale, model);
    }

    @Metered
    @PostMapping("/bookings/{id}/rescue")
    String move(
            @CurrentPerson Person person,
            @PathVariable String id,
            @ModelAttribute RescueForm form,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        BookingResult result = rescue.move(person, named(id), form.wish(), Optional.empty());
        if (result instanceof BookingResult.Done) {
            return "redirect:/bookings/" + id;
        }
        refuse(result, response, locale, model);
        return page(person, named(id), looking(form.wish()), "/bookings/" + id + "/rescue", locale, model);
    }

    @Metered
    @GetMapping("/rescue/{token}")
    String open(
            @PathVariable String token,
            @ModelAttribute RescueForm form,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        OpenedRescue opened = opened(token, response);
        return page(opened, form.wish(), token, locale, model);
    }

    @Metered
    @PostMapping("/rescue/{token}")
    String press(
            @PathVariable String token,
            @ModelAttribute RescueForm form,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        OpenedRescue opened = opened(token, response);
        RescueWish wish = form.wish();
        RescueWish own = new RescueWish(Optional.of(opened.recurrenceId()), wish.failed(), wish.move());
        BookingResult result = rescue.move(opened.person(), opened.booking().id(), own, Optional.empty());
        if (result instanceof BookingResult.Done) {
            return "redirect:/rescue/" + token + "?done";
        }
        refuse(result, response, locale, model);
        return page(opened, looking(own), token, locale, model);
    }

    private OpenedRescue opened(String token, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return links.open(token).orElseThrow(() -> new NoSuchPage("link of that name"));
    }

    private static BookingId named(String id) {
        return BookingId.parse(id).orElseThrow(() -> new UnknownBooking("of that name"));
    }

    private static RescueWish looking(RescueWish wish) {
        return RescueWish.looking(wish.recurrenceId(), wish.failed());
    }

    private void refuse(BookingResult result, HttpServletResponse response, Locale locale, Model model) {
        boolean isTaken = result instanceof BookingResult.Occupied;
        response.setStatus(isTaken ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "refused",
                result instanceof BookingResult.Refused refused
                        ? refused.reasons().stream()
                                .map(reason -> texts.of(reason, locale))
                                .toList()
                        : List.of(words.text("rescue.taken", locale)));
    }

    private String page(OpenedRescue opened, RescueWish wish, String token, Locale locale, Model model) {
        Booking booking = opened.booking();
        booking.occurrence(opened.recurrenceId()).ifPresent(date -> {
            boolean isAsked = date.openRequest().isPresent() || booking.state() == BookingState.REQUESTED;
            model.addAttribute("outcome", isAsked ? "rescue.asked" : "rescue.done");
            model.addAttribute(
                    "place",
                    lines.place(date.asked().orElse(date), booking.schedule().zone(), locale));
        });
        RescueWish own = RescueWish.looking(Optional.of(opened.recurrenceId()), wish.failed());
        return page(opened.person(), booking.id(), own, "/rescue/" + token, locale, model);
    }

    private String page(Person person, BookingId id, RescueWish wish, String path, Locale locale, Model model) {
        Optional<RescuePlan> plan = rescue.plan(person, id, looking(wish));
        plan.ifPresent(found -> model.addAttribute("line", lines.of(found, person, locale)));
        if (person.id() instanceof AccountId) {
            model.addAttribute("back", id.value());
        }
        model.addAttribute("path", path);
        model.addAttribute("failed", wish.failed());
        return "rescue";
    }
}
