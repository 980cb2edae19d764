package org.passerelle.web.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.invitation.Invitations;
import org.passerelle.invitation.OpenedInvitation;
import org.passerelle.invitation.owed.Standing;
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

    private static final Map<String, Standing> ANSWERS =
            Map.of("yes", Standing.ACCEPTED, "maybe", Standing.TENTATIVE, "no", Standing.DECLINED);

    private final Invitations invitations;

    AnswerPage(Invitations invitations) {
        this.invitations = invitations;
    }

    /** @param answer which button was pressed in the mail; it is offered first */
    @GetMapping("/answer/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String answer,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        OpenedInvitation invitation =
                invitations.open(token, locale).orElseThrow(() -> new NoSuchPage("invitation of that name"));
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
    String answer(@PathVariable String token, @RequestParam(required = false) @Nullable String answer) {
        Optional<Standing> standing = Optional.ofNullable(answer).map(ANSWERS::get);
        if (standing.isEmpty() || invitations.open(token, Locale.ENGLISH).isEmpty()) {
            throw new NoSuchPage("answer of that name");
        }
        invitations.answer(token, standing.get());
        return "redirect:/answer/" + token + "?done";
    }
}
