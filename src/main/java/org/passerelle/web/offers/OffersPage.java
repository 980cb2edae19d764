package org.passerelle.web.offers;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.invitation.offers.OpenedOffer;
import org.passerelle.invitation.offers.TakingOffers;
import org.passerelle.time.Interval;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the link in a room's refusal opens. The address is the secret. Looking books nothing, for mail filters look at every
 * link; one press does.
 */
@Controller
class OffersPage {

    private final TakingOffers offers;
    private final Directories directories;
    private final PageWords words;

    OffersPage(TakingOffers offers, Directories directories, PageWords words) {
        this.offers = offers;
        this.directories = directories;
        this.words = words;
    }

    /** One way to have it, in words. */
    record Choice(String key, String rooms, String when, String where) {}

    @GetMapping("/instead/{secret}")
    String show(@PathVariable String secret, HttpServletResponse response, Locale locale, Model model) {
        OpenedOffer offer = offers.open(secret).orElseThrow(() -> new NoSuchPage("offer of that name"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("secret", secret);
        model.addAttribute("state", offer.state().name());
        model.addAttribute("title", offer.title());
        model.addAttribute("asked", when(offer.asked(), offer.zone(), locale));
        model.addAttribute(
                "choices",
                offer.choices().stream().map(choice -> choice(choice, locale)).toList());
        model.addAttribute(
                "had",
                offer.had().stream().map(choice -> choice(choice, locale)).toList());
        return "instead";
    }

    @PostMapping("/instead/{secret}")
    String take(@PathVariable String secret, @RequestParam(defaultValue = "") String choice) {
        requireOffer(secret);
        String how = offers.take(secret, choice).name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "redirect:/instead/" + secret + "?" + how;
    }

    @PostMapping("/instead/{secret}/give-up")
    String giveUp(@PathVariable String secret) {
        requireOffer(secret);
        offers.giveUp(secret);
        return "redirect:/instead/" + secret;
    }

    private void requireOffer(String secret) {
        if (offers.open(secret).isEmpty()) {
            throw new NoSuchPage("offer of that name");
        }
    }

    private Choice choice(OpenedOffer.OpenedSlot choice, Locale locale) {
        List<Room> rooms = choice.rooms();
        ZoneId zone = rooms.isEmpty()
                ? ZoneId.of("UTC")
                : directories.current().siteOf(rooms.get(0)).zone();
        String where = rooms.stream()
                .map(directories.current()::siteOf)
                .distinct()
                .map(OffersPage::where)
                .collect(Collectors.joining(" + "));
        return new Choice(
                choice.key(),
                rooms.stream().map(Room::name).collect(Collectors.joining(" + ")),
                when(choice.time(), zone, locale),
                where);
    }

    private static String where(Site site) {
        return site.name() + ", " + site.place().address();
    }

    private String when(Interval time, ZoneId zone, Locale locale) {
        return PageWords.day(time.start().atZone(zone).toLocalDate(), locale) + ", " + PageWords.times(time, zone)
                + " (" + words.zone(zone, locale) + ")";
    }
}
