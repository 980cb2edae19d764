package org.passerelle.web.bookings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.booking.ApprovingBookings;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.approval.WaitingRequests;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.model.BookingId;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.platform.text.Text;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for the decision of a manager, or of whoever stands in for one, the next first. For others there is no such page. */
@Controller
class RequestsPage {

    private final WaitingRequests requests;
    private final ApprovingBookings approving;
    private final RequestLines lines;
    private final ReasonTexts texts;
    private final PageWords words;

    RequestsPage(
            WaitingRequests requests,
            ApprovingBookings approving,
            RequestLines lines,
            ReasonTexts texts,
            PageWords words) {
        this.requests = requests;
        this.approving = approving;
        this.lines = lines;
        this.texts = texts;
        this.words = words;
    }

    @GetMapping("/requests")
    String show(@CurrentPerson Person person, Locale locale, Model model) {
        if (!person.decidesSomewhere()) {
            throw new NoSuchPage("requests");
        }
        model.addAttribute(
                "requests",
                requests.of(person, Optional.empty()).stream()
                        .map(booking -> lines.of(booking, person, locale))
                        .toList());
        return "requests";
    }

    /** @param asked of the request as it was shown, as {@code RequestLine} names it */
    @PostMapping("/requests/{id}/approve")
    String approve(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(required = false) @Nullable String asked,
            Locale locale,
            RedirectAttributes next) {
        return decide(person, new Pressed(id, DecisionState.APPROVED, message, asked(asked)), locale, next);
    }

    /** As {@link #approve}. */
    @PostMapping("/requests/{id}/decline")
    String decline(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(required = false) @Nullable String asked,
            Locale locale,
            RedirectAttributes next) {
        return decide(person, new Pressed(id, DecisionState.DECLINED, message, asked(asked)), locale, next);
    }

    /** Asks whoever made the request for more information. */
    @PostMapping("/requests/{id}/ask")
    String ask(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(required = false) @Nullable String asked,
            Locale locale,
            RedirectAttributes next) {
        BookingId booking = BookingId.parse(id).orElseThrow(() -> new NoSuchPage("booking " + id));
        String question = message(message);
        Optional<List<String>> refusals = question.isBlank()
                ? Optional.of(List.of(words.text("request.say-something", locale)))
                : refusals(approving.ask(person, booking, question, asked(asked)), texts, locale);
        refusals.ifPresentOrElse(
                reasons -> next.addFlashAttribute("refused", reasons), () -> next.addFlashAttribute("done", "ASKED"));
        return "redirect:/requests";
    }

    private record Pressed(String id, DecisionState wished, String message, Optional<Instant> asked) {}

    private String decide(Person person, Pressed pressed, Locale locale, RedirectAttributes next) {
        BookingId booking = BookingId.parse(pressed.id()).orElseThrow(() -> new NoSuchPage("booking " + pressed.id()));
        BookingResult result =
                approving.decide(person, booking, pressed.wished(), message(pressed.message()), pressed.asked());
        refusals(result, texts, locale)
                .ifPresentOrElse(
                        reasons -> next.addFlashAttribute("refused", reasons),
                        () -> next.addFlashAttribute("done", pressed.wished().name()));
        return "redirect:/requests";
    }

    /** Why it was not done, in sentences; empty if it was. */
    static Optional<List<String>> refusals(BookingResult result, ReasonTexts texts, Locale locale) {
        return result instanceof BookingResult.Refused refused
                ? Optional.of(refused.reasons().stream()
                        .map(reason -> texts.of(reason, locale))
                        .toList())
                : Optional.empty();
    }

    /** As much of it as may be said. */
    static String message(String typed) {
        return Text.lines(typed, RequestDecision.LONGEST_MESSAGE).strip();
    }

    static Optional<Instant> asked(@Nullable String named) {
        try {
            return Optional.ofNullable(named).filter(name -> !name.isEmpty()).map(WrittenTimes::instant);
        } catch (IllegalArgumentException e) {
            throw new NoSuchPage("request of that moment");
        }
    }
}
