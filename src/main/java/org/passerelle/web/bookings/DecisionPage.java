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
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the link in a manager's mail opens: one request, and the two presses that decide on it. To look at it decides nothing. */
@Controller
class DecisionPage {

    private static final Map<String, DecisionState> PRESSES =
            Map.of("approve", DecisionState.APPROVED, "decline", DecisionState.DECLINED);

    private final DecisionLinks links;
    private final ApprovingBookings approving;
    private final RequestLines lines;
    private final ReasonTexts texts;

    DecisionPage(DecisionLinks links, ApprovingBookings approving, RequestLines lines, ReasonTexts texts) {
        this.links = links;
        this.approving = approving;
        this.lines = lines;
        this.texts = texts;
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
        DecisionState wished =
                Optional.ofNullable(PRESSES.get(press)).orElseThrow(() -> new NoSuchPage("decision of that name"));
        BookingResult result = approving.decide(
                request.manager(),
                request.booking().id(),
                wished,
                RequestsPage.message(message),
                Optional.of(request.asked()));
        Optional<List<String>> refusals = RequestsPage.refusals(result, texts, locale);
        if (refusals.isEmpty()) {
            return "redirect:/decide/" + token + "?done";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", refusals.get());
        return page(opened(token), token, press, response, locale, model);
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
                lines.decision(request.booking(), request.manager(), locale).orElse(null));
        model.addAttribute("token", token);
        model.addAttribute("first", press.equals("decline") ? "decline" : "approve");
        return "decide";
    }
}
