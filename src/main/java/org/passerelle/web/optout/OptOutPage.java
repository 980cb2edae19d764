package org.passerelle.web.optout;

import jakarta.servlet.http.HttpServletResponse;
import org.passerelle.mail.optout.OptOuts;
import org.passerelle.web.NoSuchPage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where somebody without an account says that they want no more mail, or want it again. The address is the secret. Looking
 * changes nothing, for mail filters look at every link; a press does, of a button here or in the mail program.
 */
@Controller
class OptOutPage {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private final OptOuts optOuts;

    OptOutPage(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    @GetMapping("/unsubscribe/{token}")
    String show(@PathVariable String token, HttpServletResponse response, Model model) {
        boolean isOut = optOuts.state(token).orElseThrow(OptOutPage::unknown);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("token", token);
        model.addAttribute("isOut", isOut);
        return "unsubscribe";
    }

    /** The button of the mail program, behind which no person waits; it may not be sent elsewhere (RFC 8058 section 3.1). */
    @PostMapping(path = "/unsubscribe/{token}", params = ONE_CLICK)
    ResponseEntity<Void> oneClick(@PathVariable String token) {
        note(token, false);
        return ResponseEntity.ok().build();
    }

    @PostMapping(path = "/unsubscribe/{token}", params = "!List-Unsubscribe")
    String optOut(@PathVariable String token) {
        note(token, false);
        return "redirect:/unsubscribe/" + token + "?done";
    }

    @PostMapping("/unsubscribe/{token}/undo")
    String optIn(@PathVariable String token) {
        note(token, true);
        return "redirect:/unsubscribe/" + token + "?done";
    }

    private void note(String token, boolean wantsMail) {
        if (!optOuts.note(token, wantsMail)) {
            throw unknown();
        }
    }

    private static NoSuchPage unknown() {
        return new NoSuchPage("opt-out link of that name");
    }
}
