package org.passerelle.web.bookings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.booking.ApprovingBookings;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.approval.DecisionLinks;
import org.passerelle.booking.approval.DecisionLinks.OpenedRequest;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.i18n.ReasonTexts;
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

/** What the link in a manager's mail opens: one request, and the presses that decide on it, or ask for more information first. To look at it decides nothing. */
@Controller
class DecisionPage {

    private static final Map<String, DecisionState> PRESSES =
            Map.of("approve", DecisionState.APPROVED, "decline", DecisionState.DECLINED);

    /** The press that asks for more information first. */
    private static final String ASK = "ask";

    private final DecisionLinks links;
    private final ApprovingBookings approving;
    private final RequestLines lines;
    private final MoveLines moves;
    private final ReasonTexts texts;
    private final PageWords words;

    DecisionPage(
            DecisionLinks links,
            ApprovingBookings approving,
            RequestLines lines,
            MoveLines moves,
            ReasonTexts texts,
            PageWords words) {
        this.links = links;
        this.approving = approving;
        this.lines = lines;
        this.moves = moves;
        this.texts = texts;
        this.words = words;
    }

    /** @param press which button of the mail was pressed; it is offered first */
    @GetMapping("/decide/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String press,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return page(opened(token), token, press, response, locale, model);
    }

    @PostMapping("/decide/{token}")
    String decide(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String press,
            @RequestParam(defaultValue = "") String message,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        OpenedRequest request = opened(token);
        Optional<List<String>> refusals = press.equals(ASK)
                ? asked(request, RequestsPage.message(message), locale)
                : decided(request, press, RequestsPage.message(message), locale);
        if (refusals.isEmpty()) {
            return "redirect:/decide/" + token + (press.equals(ASK) ? "?asked" : "?done");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", refusals.get());
        return page(opened(token), token, press, response, locale, model);
    }

    private Optional<List<String>> decided(OpenedRequest request, String press, String message, Locale locale) {
        DecisionState wished =
                Optional.ofNullable(PRESSES.get(press)).orElseThrow(() -> new NoSuchPage("decision of that name"));
        BookingResult result = approving.decide(
                request.manager(), request.booking().id(), wished, message, Optional.of(request.asked()));
        return RequestsPage.refusals(result, texts, locale);
    }

    private Optional<List<String>> asked(OpenedRequest request, String question, Locale locale) {
        return question.isBlank()
                ? Optional.of(List.of(words.text("request.say-something", locale)))
                : RequestsPage.refusals(
                        approving.ask(
                                request.manager(), request.booking().id(), question, Optional.of(request.asked())),
                        texts,
                        locale);
    }

    private OpenedRequest opened(String token) {
        return links.open(token).orElseThrow(() -> new NoSuchPage("request of that name"));
    }

    private String page(
            OpenedRequest request,
            String token,
            String press,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("line", lines.of(request.booking(), request.manager(), locale));
        model.addAttribute("isOpen", request.isAskedSo() && lines.mayDecide(request.booking(), request.manager()));
        model.addAttribute(
                "decision",
                moves.last(request.booking(), request.manager(), locale)
                        .or(() -> lines.decision(request.booking(), request.manager(), locale))
                        .orElse(null));
        model.addAttribute("token", token);
        model.addAttribute("first", press.equals("decline") ? "decline" : "approve");
        return "decide";
    }
}
