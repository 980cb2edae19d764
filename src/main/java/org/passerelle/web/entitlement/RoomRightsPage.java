package org.passerelle.web.entitlement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.entitlement.RoomEntitlement;
import org.passerelle.booking.entitlement.RoomEntitlements;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Slug;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.i18n.RoomNames;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells in words what whoever looks may book in a room, and how much of their quotas is left. */
@Controller
class RoomRightsPage {

    private final RoomEntitlements entitlements;
    private final Directories directories;
    private final ReasonTexts texts;
    private final PageWords words;

    RoomRightsPage(RoomEntitlements entitlements, Directories directories, ReasonTexts texts, PageWords words) {
        this.entitlements = entitlements;
        this.directories = directories;
        this.texts = texts;
        this.words = words;
    }

    /** A quota, what of it is used, and what is left. */
    record QuotaLine(String rule, String state) {}

    @Metered
    @GetMapping("/rooms/{id}/rights")
    String show(@CurrentPerson Person person, @PathVariable String id, Locale locale, Model model) {
        Room room = (Slug.isSlug(id) ? directories.current().room(new RoomId(id)) : Optional.<Room>empty())
                .orElseThrow(() -> new NoSuchPage("room " + id));
        RoomEntitlement entitlement = entitlements.of(person, room);
        model.addAttribute("room", room);
        model.addAttribute("name", RoomNames.withSite(room, directories.current()));
        model.addAttribute("may", entitlement.may());
        model.addAttribute("mayBook", entitlement.may() != BookingGrant.NOTHING);
        model.addAttribute("grants", grants(entitlement, locale));
        model.addAttribute(
                "rules",
                entitlement.rules().stream().map(rule -> texts.of(rule, locale)).toList());
        model.addAttribute("quotas", quotas(entitlement, locale));
        model.addAttribute("mayRequestMore", entitlement.mayRequestMore());
        model.addAttribute("mayOverride", entitlement.mayOverride());
        return "room-rights";
    }

    private List<String> grants(RoomEntitlement entitlement, Locale locale) {
        return entitlement.lines().stream()
                .map(line -> line.reason()
                        .map(reason -> texts.of(reason, locale))
                        .orElseGet(() -> texts.bookable(entitlement.room(), line.conditions(), locale)))
                .toList();
    }

    private List<QuotaLine> quotas(RoomEntitlement entitlement, Locale locale) {
        return Stream.concat(
                        entitlement.hours().stream()
                                .map(used -> new QuotaLine(
                                        texts.of(used.rule(), locale),
                                        words.text(
                                                "rights.hours." + used.period(),
                                                locale,
                                                DurationTexts.of(used.used(), locale),
                                                DurationTexts.of(used.left(), locale)))),
                        entitlement.bookings().stream()
                                .map(used -> new QuotaLine(
                                        texts.of(used.rule(), locale),
                                        words.text("rights.bookings", locale, used.used(), used.left()))))
                .toList();
    }
}
