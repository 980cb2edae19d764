package org.passerelle.web.closures;

import java.util.List;
import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.closure.MoveOffers;
import org.passerelle.closure.MoveOffers.MoveAnswer;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody is offered in the place of rooms that are shut on dates of theirs; one press takes it. */
@Controller
class MovesPage {

    private final MoveOffers offers;
    private final ClosureLines lines;

    MovesPage(MoveOffers offers, ClosureLines lines) {
        this.offers = offers;
        this.lines = lines;
    }

    @GetMapping("/moves")
    String list(@CurrentPerson Person person, Locale locale, Model model) {
        List<AffectedDate> mine = offers.of(person);
        model.addAttribute("moves", lines.affected(mine, person, locale));
        return "moves";
    }

    @Metered
    @PostMapping("/moves/{key}/take")
    String take(@CurrentPerson Person person, @PathVariable String key, RedirectAttributes next) {
        return told(offers.take(person, key.replace('~', '/')), next);
    }

    @PostMapping("/moves/{key}/decline")
    String decline(@CurrentPerson Person person, @PathVariable String key, RedirectAttributes next) {
        return told(offers.decline(person, key.replace('~', '/')), next);
    }

    private static String told(MoveAnswer answer, RedirectAttributes next) {
        boolean isDone = answer == MoveAnswer.DONE || answer == MoveAnswer.ASKED;
        next.addFlashAttribute(isDone ? "done" : "refused", answer.name());
        return "redirect:/moves";
    }
}
