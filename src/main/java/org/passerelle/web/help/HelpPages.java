package org.passerelle.web.help;

import java.util.List;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A tour of two minutes that can be left at any time, and the keys of the keyboard. */
@Controller
class HelpPages {

    private static final List<TourStop> STOPS = List.of(
            new TourStop("today", "/"),
            new TourStop("find", "/search"),
            new TourStop("book", "/book"),
            new TourStop("meet", "/conference"),
            new TourStop("after", "/bookings"));

    /**
     * A page of the tour.
     *
     * @param name ends the keys of its texts
     * @param path where what it tells of can be tried
     */
    record TourStop(String name, String path) {}

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("stops", STOPS);
        return "help";
    }

    /** @param step from 1 on */
    @GetMapping("/help/tour/{step}")
    String tour(@PathVariable String step, Model model) {
        if (!step.matches("[1-9]") || Integer.parseInt(step) > STOPS.size()) {
            throw new NoSuchPage("tour " + step);
        }
        int number = Integer.parseInt(step);
        model.addAttribute("stop", STOPS.get(number - 1));
        model.addAttribute("number", number);
        model.addAttribute("all", STOPS.size());
        return "tour";
    }
}
