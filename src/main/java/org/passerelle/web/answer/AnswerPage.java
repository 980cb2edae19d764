package org.passerelle.web.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.calendar.PartStat;
import org.passerelle.invitation.Invitations;
import org.passerelle.invitation.OpenedInvitation;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the links in a mail open. The address is the secret, as in the mail it came with. Looking answers nothing, for mail
 * filters look at every link; a press does.
 */
@Controller
class AnswerPage {

    private static final Map<String, PartStat> ANSWERS =
            Map.of("yes", PartStat.ACCEPTED, "maybe", PartStat.TENTATIVE, "no", PartStat.DECLINED);

    private final Invitations invitations;

    AnswerPage(Invitations invitations) {
        this.invitations = invitations;
    }

    /**
     * @param answer which button was pressed in the mail; it is offered first
     * @param date the one date that the mail was about
     */
    @GetMapping("/answer/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String answer,
            @RequestParam(required = false) @Nullable String date,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        OpenedInvitation invitation = invitations
                .open(token, date(date), locale)
                .orElseThrow(() -> new NoSuchPage("invitation of that name"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("invitation", invitation);
        model.addAttribute("token", token);
        model.addAttribute("wished", answer != null && ANSWERS.containsKey(answer) ? answer : given(invitation));
        return "answer";
    }

    /** What they answered, or else what most would. */
    private static String given(OpenedInvitation invitation) {
        return ANSWERS.entrySet().stream()
                .filter(answer -> answer.getValue() == invitation.standing())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("yes");
    }

    @PostMapping("/answer/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String answer,
            @RequestParam(required = false) @Nullable String date) {
        Optional<PartStat> standing = Optional.ofNullable(answer).map(ANSWERS::get);
        Optional<OpenedInvitation> invitation = invitations.open(token, date(date), Locale.ENGLISH);
        if (standing.isEmpty() || invitation.isEmpty()) {
            throw new NoSuchPage("answer of that name");
        }
        invitations.answer(token, invitation.get().date(), standing.get());
        return "redirect:/answer/" + token + "?done"
                + invitation.get().date().map(asked -> "&date=" + asked).orElse("");
    }

    private static Optional<Instant> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).filter(each -> !each.isBlank()).map(WrittenTimes::instant);
        } catch (IllegalArgumentException notOurs) {
            throw new NoSuchPage("date of that name");
        }
    }
}
