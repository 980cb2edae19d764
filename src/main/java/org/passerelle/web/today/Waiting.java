package org.passerelle.web.today;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.approval.WaitingRequests;
import org.passerelle.booking.model.Booking;
import org.passerelle.closure.MoveOffers;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.RoomNames;
import org.passerelle.invitation.UnansweredInvitations;
import org.passerelle.time.WallTime;
import org.passerelle.waitlist.Waitlist;
import org.passerelle.waitlist.WaitlistEntry;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** What waits for somebody to do something about it. */
@Component
class Waiting {

    /** So many invitations are shown. */
    private static final int MOST_INVITATIONS = 5;

    private final WaitingRequests requests;
    private final Waitlist waitlist;
    private final MoveOffers moves;
    private final UnansweredInvitations invitations;
    private final Directories directories;

    Waiting(
            WaitingRequests requests,
            Waitlist waitlist,
            MoveOffers moves,
            UnansweredInvitations invitations,
            Directories directories) {
        this.invitations = invitations;
        this.requests = requests;
        this.waitlist = waitlist;
        this.moves = moves;
        this.directories = directories;
    }

    /** A room that has become free and is held for them. */
    record HeldForYou(String booking, String title, String when, String rooms, String until) {}

    /**
     * An invitation that they have not answered.
     *
     * @param path where they do
     * @param isASeries whether {@code when} is only its next date
     */
    record InvitedTo(String path, String title, String from, String when, String rooms, boolean isASeries) {}

    /**
     * @param requests on which they decide
     * @param moves of bookings of theirs that cannot stay where they are
     * @param invited the soonest of their invitations
     * @param moreInvited how many others there are
     */
    record Waits(int requests, int moves, List<HeldForYou> held, List<InvitedTo> invited, int moreInvited) {

        public boolean isNothing() {
            return requests == 0 && moves == 0 && held.isEmpty() && invited.isEmpty();
        }
    }

    Waits of(Person person, Locale locale) {
        List<UnansweredInvitations.Unanswered> invited = invitations.of(person);
        return new Waits(
                person.decidesSomewhere()
                        ? requests.of(person, Optional.empty()).size()
                        : 0,
                moves.of(person).size(),
                waitlist.of(person).stream()
                        .filter(entry -> entry.state().isOpen())
                        .flatMap(entry -> entry.standing().offer().map(offer -> held(entry, offer, locale)).stream())
                        .toList(),
                invited.stream()
                        .limit(MOST_INVITATIONS)
                        .map(each -> invitedTo(each, locale))
                        .toList(),
                Math.max(0, invited.size() - MOST_INVITATIONS));
    }

    private InvitedTo invitedTo(UnansweredInvitations.Unanswered invitation, Locale locale) {
        Booking booking = invitation.booking();
        return new InvitedTo(
                invitation.path(),
                booking.content().title(),
                invitation.from(),
                PageWords.moment(
                        invitation.next().time().start(), booking.schedule().zone(), locale),
                names(invitation.next().rooms()),
                booking.schedule().recurs());
    }

    private String names(List<RoomId> rooms) {
        Directory directory = directories.current();
        return RoomNames.joined(rooms, id -> directory.room(id).map(Room::name).orElse(id.value()));
    }

    private HeldForYou held(WaitlistEntry entry, WaitlistEntry.HoldOffer offer, Locale locale) {
        ZoneId zone = entry.order().schedule().zone();
        Instant start = WallTime.instant(entry.order().schedule().start(), zone);
        return new HeldForYou(
                offer.booking().value(),
                entry.order().content().title(),
                PageWords.moment(start, zone, locale),
                names(entry.order().rooms()),
                PageWords.moment(offer.until(), zone, locale));
    }
}
