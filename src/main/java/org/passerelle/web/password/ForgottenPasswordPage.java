package org.passerelle.web.password;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountRefusal;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.signin.PasswordLinks;
import org.passerelle.recovery.PasswordMailing;
import org.passerelle.security.throttle.PasswordRequests;
import org.passerelle.security.throttle.TooManyAttempts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * For whoever has no password, or not any more: asks for a link by mail, and sets one by it. Says the same whether there is an
 * account under an address or not. To open a link sets nothing; mail servers do so, to see where it leads.
 */
@Controller
class ForgottenPasswordPage {

    private static final String ASK = "forgotten";
    private static final String SET = "new-password";

    private final PasswordLinks links;
    private final PasswordMailing mailing;
    private final PasswordRequests requests;

    ForgottenPasswordPage(PasswordLinks links, PasswordMailing mailing, PasswordRequests requests) {
        this.links = links;
        this.mailing = mailing;
        this.requests = requests;
    }

    @GetMapping("/forgotten")
    String show(@RequestParam(required = false) @Nullable String sent, Model model) {
        model.addAttribute("isSent", sent != null);
        return ASK;
    }

    @PostMapping("/forgotten")
    String ask(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<EmailAddress> address = EmailAddress.parse(email.strip());
        if (address.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fault", "email");
            return ASK;
        }
        try {
            requests.count(request.getRemoteAddr(), address.get().value());
        } catch (TooManyAttempts e) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(e.retryAfter().toSeconds()));
            model.addAttribute("fault", "too-many");
            return ASK;
        }
        mailing.forgotten(address.get());
        return "redirect:/forgotten?sent";
    }

    @GetMapping("/new-password/{token}")
    String open(@PathVariable String token, HttpServletResponse response, Model model) {
        return page(token, response, model);
    }

    /** @param again the new one once more, so that nobody shuts themselves out by a slip */
    @PostMapping("/new-password/{token}")
    String set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String again,
            HttpServletResponse response,
            Model model) {
        if (links.open(token).isEmpty()) {
            return page(token, response, model);
        }
        Optional<AccountRefusal> refusal = next.equals(again) ? links.use(token, next) : Optional.empty();
        if (next.equals(again) && refusal.isEmpty()) {
            return "redirect:/sign-in?changed";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "fault",
                refusal.map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse("again"));
        return page(token, response, model);
    }

    /** Of a link that is good no more nothing is said but that, and where there is another. */
    private String page(String token, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Optional<String> email = links.open(token).map(person -> person.email().value());
        if (email.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("email", email.orElse(null));
        model.addAttribute("token", token);
        return SET;
    }
}
