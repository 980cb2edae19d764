package org.passerelle.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sends people to the day of the site they looked at last. */
@Controller
class HomePage {

    @GetMapping("/")
    String go() {
        return "redirect:/day";
    }
}
