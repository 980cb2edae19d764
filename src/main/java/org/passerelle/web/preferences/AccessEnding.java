package org.passerelle.web.preferences;

import jakarta.servlet.http.HttpServletRequest;
import org.passerelle.account.Person;
import org.passerelle.account.session.AccessTokens;
import org.passerelle.account.session.BrowserSessions;
import org.passerelle.security.CurrentPerson;
import org.passerelle.security.SessionMark;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes from browsers and tokens what they open, one by one or all but the browser in which that is asked for. */
@Controller
class AccessEnding {

    private static final String HERE = "redirect:/preferences";
    private static final String DONE = "ended";

    private final BrowserSessions sessions;
    private final AccessTokens tokens;

    AccessEnding(BrowserSessions sessions, AccessTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** Also when it is over already. */
    @PostMapping("/preferences/sessions/{id}/end")
    String endSession(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        sessions.end(person.id(), id);
        next.addFlashAttribute(DONE, "one");
        return HERE;
    }

    /** Also when it is over already. */
    @PostMapping("/preferences/tokens/{id}/end")
    String endToken(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        tokens.revoke(person.id(), id);
        next.addFlashAttribute(DONE, "one");
        return HERE;
    }

    @PostMapping("/preferences/end-all")
    String endAll(@CurrentPerson Person person, HttpServletRequest request, RedirectAttributes next) {
        tokens.revokeAll(person.id());
        sessions.endOthers(person.id(), SessionMark.idOf(request).orElse(""));
        next.addFlashAttribute(DONE, "all");
        return HERE;
    }
}
