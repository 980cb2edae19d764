package org.passerelle.booking.model;

import java.util.Collection;
import java.util.function.Predicate;
import org.passerelle.account.Person;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;

/**
 * What one person may read of a booking, change of it and do with it: the one place of that rule, for API, pages, mail and calendars.
 * That a room is busy is for everybody; what for, is for the organiser's own organisation and the managers of the sites
 * concerned. The network administrator sees figures, not titles, but may run any site as its manager would. Deputies see and do
 * what the organiser could whom they stand in for, except what would outlast their deputyship or is a person's alone: to hand a
 * booking over, and to join its conference. Nobody changes what they may not read.
 */
public record BookingAccess(Person person, Booking booking, Directory directory) {

    /** Whether {@code part} is told to them. */
    public boolean mayRead(BookingPart part) {
        return switch (part) {
            case OCCUPANCY -> true;
            case COURSE -> readsContent() || mayRun();
            case DECISION -> isOwn() || standsIn() || runsASite() || standsInForManager();
            case CONTENT -> readsContent();
        };
    }

    /** Whether they may change {@code part}. */
    public boolean mayWrite(BookingPart part) {
        return mayRead(part) && mayRun();
    }

    /** Whether they get no more of it than when its rooms are taken. */
    public boolean isMasked() {
        return !readsContent();
    }

    /**
     * Whether they change its times and rooms, call it off, check in, end and extend it: the organiser, a deputy of theirs, or a
     * manager.
     */
    public boolean mayRun() {
        return isOrganiser() || standsIn() || runsASite();
    }

    /** Whether they look after it for its organiser, or for all of the organisation that it was made for. */
    public boolean standsIn() {
        return person.deputyRights()
                .cover(
                        booking.owner().organiser(),
                        booking.owner().organisation(),
                        booking.content().visibility() == Visibility.PRIVATE);
    }

    /** Whether all that they do with it they do for its organiser, as whom they are then judged. */
    public boolean runsAsDeputy() {
        return standsIn() && !isOrganiser() && !runsASite();
    }

    /** Whether they give it another organiser: whoever is it, or keeps the accounts. */
    public boolean mayHandOver() {
        return isOrganiser() || person.administersTheNetwork();
    }

    /** Whether they run a site of one of its rooms. */
    public boolean runsASite() {
        return person.administersTheNetwork() || managesARoom();
    }

    /**
     * Whether they may enter its conference: the organiser, who is invited, and colleagues who may read what it is about.
     * That everybody may read a booking invites nobody; and who runs a site connects its rooms, but does not join.
     */
    public boolean mayJoin() {
        return isOwn()
                || booking.content().attendees().stream()
                        .anyMatch(attendee -> attendee.email().equals(person.email()));
    }

    /** Whether they may have the link of {@code room} to its conference: the organiser, and of readers who runs its site. */
    public boolean mayConnect(RoomId room) {
        return isOrganiser() || readsContent() && looksAfter(room);
    }

    /** Whether the join sheet of {@code room} shows it to them: their own conferences, and all to whoever runs the site. */
    public boolean mayPrint(RoomId room) {
        return isOwn() || looksAfter(room);
    }

    /** Whether they run the site of {@code room}. */
    public boolean looksAfter(RoomId room) {
        return person.administersTheNetwork() || manages(room);
    }

    /** Whether it is by themselves, or by a colleague who does not keep it from colleagues. */
    private boolean isOwn() {
        return isOrganiser() || isColleague() && booking.content().visibility() != Visibility.PRIVATE;
    }

    private boolean readsContent() {
        if (isOrganiser() || standsIn()) {
            return true;
        }
        return switch (booking.content().visibility()) {
            case PRIVATE -> false;
            case ORGANISATION -> isColleague() || managesARoom() || standsInForManager() || isAskedForARoom();
            case PUBLIC -> true;
        };
    }

    private boolean isOrganiser() {
        return person.id().equals(booking.owner().organiser());
    }

    /** Whether it is or was a request for a room of a manager whom they stand in for: that much they have to know. */
    private boolean standsInForManager() {
        boolean isRequest = booking.state() == BookingState.REQUESTED
                || booking.status().decision().isPresent();
        return isRequest
                && !person.deputyRights().sites().isEmpty()
                && isAtSite(person.deputyRights().sites()::contains);
    }

    private boolean isColleague() {
        return person.organisation().isPresent()
                && person.organisation().equals(booking.owner().organisation());
    }

    private boolean managesARoom() {
        return isAtSite(person::manages);
    }

    private boolean isAtSite(Predicate<SiteId> which) {
        return booking.occurrences().stream()
                .map(Occurrence::rooms)
                .flatMap(Collection::stream)
                .distinct()
                .anyMatch(room -> isAt(room, which));
    }

    /** Whether a room of a site that they manage is asked for in the place of what a date has. */
    private boolean isAskedForARoom() {
        return booking.asking()
                .flatMap(date -> date.openRequest().stream())
                .flatMap(move -> move.rooms().stream())
                .anyMatch(this::manages);
    }

    private boolean manages(RoomId room) {
        return isAt(room, person::manages);
    }

    private boolean isAt(RoomId room, Predicate<SiteId> which) {
        return directory.room(room).map(Room::site).filter(which).isPresent();
    }

    /** Whether what stands in a room, for everybody who walks in to read, may say what it is about and who called it. */
    public static boolean mayShowInRoom(Booking booking, Endpoint endpoint) {
        return switch (booking.content().visibility()) {
            case PRIVATE -> false;
            case ORGANISATION -> endpoint.codec().filter(Codec::showsTitles).isPresent();
            case PUBLIC -> true;
        };
    }

    /** Whether its conference may tell its title to whoever comes in by a link that names no person. */
    public static boolean mayTellGuests(Booking booking) {
        return booking.content().visibility() != Visibility.PRIVATE;
    }
}
