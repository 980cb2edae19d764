package org.passerelle.web.bookings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.ApprovingBookings;
import org.passerelle.booking.approval.QuestionLinks;
import org.passerelle.booking.approval.QuestionLinks.OpenedQuestion;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where whoever made a request answers what the site wants to know: by the link in the mail, and on the page of the booking. */
@Controller
class ReplyPage {

    private final QuestionLinks links;
    private final ApprovingBookings approving;
    private final RequestLines lines;
    private final Accounts accounts;
    private final ReasonTexts texts;
    private final PageWords words;

    ReplyPage(
            QuestionLinks links,
            ApprovingBookings approving,
            RequestLines lines,
            Accounts accounts,
            ReasonTexts texts,
            PageWords words) {
        this.links = links;
        this.approving = approving;
        this.lines = lines;
        this.accounts = accounts;
        this.texts = texts;
        this.words = words;
    }

    @GetMapping("/reply/{token}")
    String show(@PathVariable String token, HttpServletResponse response, Locale locale, Model model) {
        return page(opened(token), token, response, locale, model);
    }

    @PostMapping("/reply/{token}")
    String reply(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String message,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        OpenedQuestion opened = opened(token);
        Optional<List<String>> refusals = answered(
                organiser(opened.booking()),
                opened.booking().id(),
                message,
                opened.question().at().toString(),
                locale);
        if (refusals.isEmpty()) {
            return "redirect:/reply/" + token + "?done";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", refusals.get());
        return page(opened(token), token, response, locale, model);
    }

    /** @param question as {@code QuestionLine} names it */
    @PostMapping("/bookings/{id}/answer")
    String answer(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String question,
            Locale locale,
            RedirectAttributes next) {
        BookingId booking = BookingId.parse(id).orElseThrow(() -> new NoSuchPage("booking " + id));
        answered(person, booking, message, question, locale)
                .ifPresentOrElse(
                        reasons -> next.addFlashAttribute("refused", reasons),
                        () -> next.addFlashAttribute("done", "answered"));
        return "redirect:/bookings/" + id;
    }

    private Optional<List<String>> answered(
            Person person, BookingId booking, String typed, String question, Locale locale) {
        String answer = RequestsPage.message(typed);
        return answer.isBlank()
                ? Optional.of(List.of(words.text("request.say-something", locale)))
                : RequestsPage.refusals(
                        approving.answer(person, booking, answer, RequestsPage.asked(question)), texts, locale);
    }

    /** Whoever the link was sent to; one whose account has ended answers nothing any more. */
    private Person organiser(Booking booking) {
        PersonId id = booking.owner().organiser();
        return id instanceof OutsiderId outsider
                ? Person.outsider(outsider.address(), "")
                : accounts.person(id).orElseThrow(() -> new NoSuchPage("question of that name"));
    }

    private OpenedQuestion opened(String token) {
        return links.open(token).orElseThrow(() -> new NoSuchPage("question of that name"));
    }

    private String page(OpenedQuestion opened, String token, HttpServletResponse response, Locale locale, Model model) {
        Booking booking = opened.booking();
        Person organiser = organiser(booking);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("line", lines.of(booking, organiser, locale));
        model.addAttribute("question", lines.line(opened.question(), booking, locale));
        model.addAttribute(
                "isOpen",
                lines.mustAnswer(booking, organiser)
                        && booking.status()
                                .request()
                                .open()
                                .filter(opened.question()::equals)
                                .isPresent());
        model.addAttribute(
                "decision", lines.decision(booking, organiser, locale).orElse(null));
        model.addAttribute("token", token);
        return "reply";
    }
}
