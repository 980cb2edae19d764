package org.passerelle.web.resume;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.security.CurrentPerson;
import org.passerelle.security.session.KeptForms;
import org.passerelle.security.session.KeptForms.KeptForm;
import org.passerelle.security.session.ReturnPath;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A form that was sent when the session had ended: one press sends it as it was, now that its sender has signed in again. It is
 * not sent by itself, for somebody else may have signed in.
 */
@Controller
class ResumePage {

    private final KeptForms forms;

    ResumePage(KeptForms forms) {
        this.forms = forms;
    }

    @GetMapping(KeptForms.PATH + "{secret}")
    String show(@CurrentPerson Person person, @PathVariable String secret, HttpServletResponse response, Model model) {
        Optional<KeptForm> form = forms.find(secret);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        if (form.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("form", form.orElse(null));
        model.addAttribute("reader", person.name());
        model.addAttribute(
                "page", form.flatMap(KeptForm::page).map(ReturnPath::value).orElse("/"));
        return "resume";
    }
}
