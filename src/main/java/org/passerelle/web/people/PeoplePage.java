package org.passerelle.web.people;

import jakarta.servlet.http.HttpServletResponse;
import org.passerelle.account.Person;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Completes what is typed into the field of people. */
@Controller
class PeoplePage {

    private static final int LONGEST = 2_000;

    private final KnownPeople known;

    PeoplePage(KnownPeople known) {
        this.known = known;
    }

    /** @param invited all that stands in the field; the last of it is completed */
    @Metered
    @GetMapping("/book/people")
    String fitting(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String invited,
            HttpServletResponse response,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        String end = invited.length() > LONGEST ? invited.substring(invited.length() - LONGEST) : invited;
        model.addAttribute("known", known.fitting(person, end));
        return "people :: offered";
    }
}
