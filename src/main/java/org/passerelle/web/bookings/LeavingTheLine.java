package org.passerelle.web.bookings;

import org.passerelle.account.Person;
import org.passerelle.security.CurrentPerson;
import org.passerelle.waitlist.Waitlist;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives up waiting for rooms, or the rooms that were offered. */
@Controller
class LeavingTheLine {

    private final Waitlist waitlist;

    LeavingTheLine(Waitlist waitlist) {
        this.waitlist = waitlist;
    }

    @PostMapping("/waitlist/{id}/leave")
    String leave(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        if (!waitlist.leave(person, id)) {
            throw new NoSuchPage("waitlist " + id);
        }
        next.addFlashAttribute("done", "left");
        return "redirect:/bookings";
    }
}
