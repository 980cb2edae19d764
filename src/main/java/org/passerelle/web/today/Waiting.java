package org.passerelle.web.today;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.approval.WaitingRequests;
import org.passerelle.closure.MoveOffers;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.i18n.RoomNames;
import org.passerelle.time.WallTime;
import org.passerelle.waitlist.Waitlist;
import org.passerelle.waitlist.WaitlistEntry;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** What waits for somebody to do something about it. */
@Component
class Waiting {

    private final WaitingRequests requests;
    private final Waitlist waitlist;
    private final MoveOffers moves;
    private final Directories directories;

    Waiting(WaitingRequests requests, Waitlist waitlist, MoveOffers moves, Directories directories) {
        this.requests = requests;
        this.waitlist = waitlist;
        this.moves = moves;
        this.directories = directories;
    }

    /** A room that has become free and is held for them. */
    record HeldForYou(String booking, String title, String when, String rooms, String until) {}

    /**
     * @param requests on which they decide
     * @param moves of bookings of theirs that cannot stay where they are
     */
    record Waits(int requests, int moves, List<HeldForYou> held) {

        public boolean isNothing() {
            return requests == 0 && moves == 0 && held.isEmpty();
        }
    }

    Waits of(Person person, Locale locale) {
        return new Waits(
                person.decidesSomewhere()
                        ? requests.of(person, Optional.empty()).size()
                        : 0,
                moves.of(person).size(),
                waitlist.of(person).stream()
                        .filter(entry -> entry.state().isOpen())
                        .flatMap(entry -> entry.standing().offer().map(offer -> held(entry, offer, locale)).stream())
                        .toList());
    }

    private HeldForYou held(WaitlistEntry entry, WaitlistEntry.HoldOffer offer, Locale locale) {
        Directory directory = directories.current();
        ZoneId zone = entry.order().schedule().zone();
        Instant start = WallTime.instant(entry.order().schedule().start(), zone);
        return new HeldForYou(
                offer.booking().value(),
                entry.order().content().title(),
                PageWords.moment(start, zone, locale),
                RoomNames.joined(
                        entry.order().rooms(),
                        id -> directory.room(id).map(Room::name).orElse(id.value())),
                PageWords.moment(offer.until(), zone, locale));
    }
}
