package org.passerelle.web.help;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that pages are made of, on one page of the demo, so that it can be looked at in light, in the dark and on paper. */
@Controller
@Profile("demo")
class DesignPage {

    /** As the style sheets name them. */
    private static final List<String> COLOURS = List.of(
            "ground",
            "surface",
            "sunken",
            "ink",
            "muted",
            "line",
            "edge",
            "accent",
            "on-accent",
            "accent-soft",
            "accent-ink",
            "busy",
            "busy-ink",
            "hatch",
            "bad",
            "on-bad",
            "bad-soft",
            "now");

    private static final List<String> SPACES = List.of("s1", "s2", "s3", "s4", "s6", "s8");

    private static final List<String> ICONS = List.of(
            "bridge",
            "meeting",
            "visio",
            "telepresence",
            "training",
            "office",
            "desk",
            "equipment",
            "seat",
            "previous",
            "next",
            "plus",
            "minus",
            "check",
            "repeat",
            "calendar",
            "clock",
            "place",
            "today",
            "find",
            "people",
            "alert");

    @GetMapping("/design")
    String show(Model model) {
        model.addAttribute("colours", COLOURS);
        model.addAttribute("spaces", SPACES);
        model.addAttribute("icons", ICONS);
        return "design";
    }
}
