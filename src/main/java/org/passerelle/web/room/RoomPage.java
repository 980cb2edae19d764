package org.passerelle.web.room;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.entitlement.RoomEntitlement;
import org.passerelle.booking.entitlement.RoomEntitlements;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.Slug;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.photo.RoomPhotos;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.room.RoomSheets.RoomLook;
import org.passerelle.web.today.RoomOffers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All that there is to know about a room, and its next free hour by one press. */
@Controller
class RoomPage {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final RoomSheets sheets;
    private final RoomEntitlements entitlements;
    private final RoomOffers offers;
    private final RoomPhotos photos;
    private final Directories directories;
    private final Clock clock;

    RoomPage(
            RoomSheets sheets,
            RoomEntitlements entitlements,
            RoomOffers offers,
            RoomPhotos photos,
            Directories directories,
            Clock clock) {
        this.sheets = sheets;
        this.entitlements = entitlements;
        this.offers = offers;
        this.photos = photos;
        this.directories = directories;
        this.clock = clock;
    }

    @Metered
    @GetMapping("/rooms/{id}")
    String show(@CurrentPerson Person person, @PathVariable String id, Locale locale, Model model) {
        Directory directory = directories.current();
        Room room = (Slug.isSlug(id) ? directory.room(new RoomId(id)) : Optional.<Room>empty())
                .orElseThrow(() -> new NoSuchPage("room " + id));
        Site site = directory.siteOf(room);
        RoomNow now = sheets.now(room, site);
        RoomEntitlement entitlement = entitlements.of(person, room);
        Optional<RoomOffers.Offer> offer = offers.of(room.id(), person, length(now), locale);
        boolean canHaveItNow = offer.filter(RoomOffers.Offer::isNow).isPresent();
        model.addAttribute(
                "sheet",
                sheets.of(room, site, directory, new RoomLook(person, entitlement, now, canHaveItNow, locale)));
        model.addAttribute("may", entitlement.may());
        model.addAttribute("mayBook", entitlement.may() != BookingGrant.NOTHING);
        model.addAttribute("offer", offer.orElse(null));
        model.addAttribute("photo", photos.tag(room.id()).orElse(null));
        return "room";
    }

    /** An hour, or as long as it is free if that is less. */
    private Duration length(RoomNow now) {
        return now.until()
                .filter(any -> now.state() == RoomNow.RoomState.FREE)
                .map(until -> Duration.between(clock.instant(), until))
                .filter(left -> left.compareTo(AN_HOUR) < 0)
                .orElse(AN_HOUR);
    }
}
