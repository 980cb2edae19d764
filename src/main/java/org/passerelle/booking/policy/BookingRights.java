package org.passerelle.booking.policy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.model.Owner;
import org.passerelle.directory.ArrivalRules.RepeatNoShows;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.permission.Bookers.BookerGroup;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.directory.permission.BookingPermission;
import org.passerelle.directory.permission.PermissionConditions;
import org.passerelle.directory.permission.RuledTime;
import org.passerelle.time.Interval;

/**
 * Which rooms somebody may book, when and for how long: guests those that they may ask for, members what is kept for nobody else, managers all of their
 * sites. The one place that says it, for booking and for all that shows what can be booked.
 *
 * @param group they belong to where they manage nothing
 * @param booker who they are, and for whom they book
 * @param organisation what theirs goes by, empty if there is none
 * @param managed the sites they manage
 */
public record BookingRights(Role role, BookerGroup group, Owner booker, String organisation, Set<SiteId> managed) {

    public BookingRights {
        managed = Set.copyOf(managed);
    }

    public static BookingRights of(Person person) {
        return of(Owner.of(person), Optional.of(person));
    }

    /** What can be told of whoever made a booking without asking who that is: as if they managed nothing. */
    static BookingRights of(Owner owner) {
        return of(owner, Optional.empty());
    }

    /**
     * Of whoever has a booking, for the organisation that it was made for.
     *
     * @param organiser of it; empty if they are unknown, or there no more, and taken for members who manage nothing
     */
    static BookingRights of(Owner owner, Optional<Person> organiser) {
        return new BookingRights(
                organiser.map(Person::role).orElse(Role.MEMBER),
                owner.organiser() instanceof OutsiderId ? BookerGroup.OUTSIDERS : BookerGroup.MEMBERS,
                owner,
                slug(owner.organisation()),
                organiser
                        .filter(person -> person.role() == Role.SITE_MANAGER)
                        .map(Person::sites)
                        .orElse(Set.of()));
    }

    private static String slug(Optional<OrganisationId> organisation) {
        return organisation.map(OrganisationId::slug).orElse("");
    }

    /**
     * What they may do with a room at some time.
     *
     * @param because the permission that says so; empty where the plain rules do
     */
    public record TimeRight(BookingGrant grant, Optional<BookingPermission> because) {

        static final TimeRight FREE = new TimeRight(BookingGrant.BOOK, Optional.empty());
    }

    /** Whether it depends on the time who may book {@code room}. */
    public static boolean goByTheTime(Room room) {
        return !room.rules().permissions().isEmpty();
    }

    /** Whether they may look for free rooms: whoever may book some room. */
    public boolean mayLookForRooms() {
        return role != Role.GUEST;
    }

    /** Whether there is a time at which they may book {@code room}, or ask for it. */
    public boolean mayBook(Room room) {
        if (runs(room)) {
            return true;
        }
        if (isKeptFromGuests(room)) {
            return false;
        }
        for (BookingPermission line : room.rules().permissions().lines()) {
            if (line.concerns(groupAt(room), organisation)) {
                boolean isLast = line.conditions().isNone();
                if (line.may() != BookingGrant.NOTHING || isLast) {
                    return line.may() != BookingGrant.NOTHING;
                }
            }
        }
        return room.rules().access().admits(organisation);
    }

    /** Whether people without an account may ask for {@code room}. */
    public static boolean areGuestsAdmitted(Room room) {
        return room.rules().access().guests() && room.rules().access().admits("");
    }

    private boolean isKeptFromGuests(Room room) {
        return !mayLookForRooms() && !areGuestsAdmitted(room);
    }

    /** Whether there is a time at which they have {@code room} only when a manager of its site agrees. */
    public boolean mayHaveToAsk(Room room) {
        return !manages(room)
                && (mustAskPlainly(room)
                        || room.rules().permissions().lines().stream()
                                .anyMatch(line -> line.may() == BookingGrant.REQUEST
                                        && line.concerns(groupAt(room), organisation)));
    }

    /**
     * Whether they have {@code room} at any of {@code times} only when a manager of its site agrees.
     *
     * @param times all dates of one booking
     * @param zone of the room's site
     */
    public boolean needsApproval(Room room, List<Interval> times, ZoneId zone) {
        if (room.rules().permissions().isEmpty()) {
            return plainly(room) == BookingGrant.REQUEST;
        }
        boolean recurs = times.size() > 1;
        for (Interval time : times) {
            if (at(time, room, recurs, zone).grant() == BookingGrant.REQUEST) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #needsApproval(Room, List, ZoneId)}, of any of {@code rooms}. */
    public boolean needsApproval(Collection<Room> rooms, List<Interval> times, Directory directory) {
        return rooms.stream()
                .anyMatch(room ->
                        needsApproval(room, times, directory.siteOf(room).zone()));
    }

    /**
     * What they may do with {@code room} for a date at {@code time}: the strictest of what its moments allow.
     *
     * @param recurs whether it is a date of a series
     * @param zone of the room's site
     */
    public TimeRight at(Interval time, Room room, boolean recurs, ZoneId zone) {
        BookingRules rules = room.rules();
        if (manages(room)) {
            return TimeRight.FREE;
        }
        if (rules.permissions().isEmpty()) {
            return new TimeRight(plainly(room), Optional.empty());
        }
        if (isKeptFromGuests(room)) {
            return new TimeRight(BookingGrant.NOTHING, Optional.empty());
        }
        TimeRight strictest = TimeRight.FREE;
        for (RuledTime part : cut(time, onTheWall(time, zone), room, recurs, zone)) {
            if (part.grant().isStricterThan(strictest.grant())) {
                strictest = new TimeRight(part.grant(), part.because());
            }
        }
        boolean isKeptFromTheAdministrator = strictest.grant() == BookingGrant.NOTHING && runs(room);
        boolean isUnderWatch =
                strictest.grant() == BookingGrant.BOOK && (!mayLookForRooms() || didNotComeRepeatedly(room));
        return isKeptFromTheAdministrator || isUnderWatch ? new TimeRight(plainly(room), Optional.empty()) : strictest;
    }

    /**
     * When within {@code window} they may not even ask for {@code room}, for a date that lasts {@code length} and does not recur.
     *
     * @param zone of the room's site
     * @return sorted, neither overlapping nor abutting
     */
    public List<Interval> keptFromThem(Interval window, Duration length, Room room, ZoneId zone) {
        if (room.rules().permissions().isEmpty() || runs(room)) {
            return List.of();
        }
        TimeLength lasting = new TimeLength(length, length);
        return Interval.merge(cut(window, lasting, room, false, zone).stream()
                .filter(part -> part.grant() == BookingGrant.NOTHING)
                .map(RuledTime::time)
                .toList());
    }

    /** On which conditions they may book {@code room}, or ask for it, where permissions name some. */
    List<PermissionConditions> openings(Room room) {
        if (isKeptFromGuests(room)) {
            return List.of();
        }
        return room.rules().permissions().lines().stream()
                .filter(line -> line.concerns(groupAt(room), organisation))
                .takeWhile(line ->
                        line.may() != BookingGrant.NOTHING || !line.conditions().isNone())
                .filter(line -> line.may() != BookingGrant.NOTHING)
                .map(BookingPermission::conditions)
                .distinct()
                .toList();
    }

    /** The lines of {@code room} that speak of them, as far as they are read; none of managers, who are never asked. */
    public List<BookingPermission> lines(Room room) {
        List<BookingPermission> lines = new ArrayList<>();
        for (BookingPermission line : room.rules().permissions().lines()) {
            if (!manages(room) && !isKeptFromGuests(room) && line.concerns(groupAt(room), organisation)) {
                lines.add(line);
                if (line.conditions().isNone()) {
                    break;
                }
            }
        }
        return lines;
    }

    /** Whether they may ask for {@code room} when it is out of its policy. */
    public boolean mayRequestMore(Room room) {
        return room.rules().permissions().letRequestMore(groupAt(room), organisation);
    }

    /** As what the permissions of {@code room} speak of them: managers of other sites are members here. */
    private BookerGroup groupAt(Room room) {
        return runs(room) ? BookerGroup.MANAGERS : group;
    }

    /** Whether {@code room} is at a site of theirs. */
    boolean manages(Room room) {
        return managed.contains(room.site());
    }

    private boolean runs(Room room) {
        return role == Role.NETWORK_ADMINISTRATOR || manages(room);
    }

    /** What holds where no permission speaks. */
    public BookingGrant plainly(Room room) {
        if (manages(room)) {
            return BookingGrant.BOOK;
        }
        if (!runs(room) && (isKeptFromGuests(room) || !room.rules().access().admits(organisation))) {
            return BookingGrant.NOTHING;
        }
        return mustAskPlainly(room) ? BookingGrant.REQUEST : BookingGrant.BOOK;
    }

    private boolean mustAskPlainly(Room room) {
        return !mayLookForRooms() || room.rules().access().needsApproval() || didNotComeRepeatedly(room);
    }

    /** Whether they, or those of their organisation, left {@code room} empty so often that they have to ask. */
    private boolean didNotComeRepeatedly(Room room) {
        RepeatNoShows repeated = room.rules().arrival().repeated();
        return !repeated.areNobody()
                && (repeated.people().contains(ActorId.of(booker.organiser()).value())
                        || booker.organisation()
                                .map(OrganisationId::value)
                                .filter(repeated.organisations()::contains)
                                .isPresent());
    }

    /** How long a date lasts, as what elapses and as the clock on the wall counts it. */
    private record TimeLength(Duration elapsed, Duration onTheWall) {}

    private static TimeLength onTheWall(Interval time, ZoneId zone) {
        return new TimeLength(
                time.length(),
                Duration.between(
                        LocalDateTime.ofInstant(time.start(), zone), LocalDateTime.ofInstant(time.end(), zone)));
    }

    private List<RuledTime> cut(Interval time, TimeLength length, Room room, boolean recurs, ZoneId zone) {
        List<BookingPermission> lines = room.rules().permissions().lines().stream()
                .filter(line -> line.concerns(groupAt(room), organisation))
                .filter(line -> line.conditions().admit(length.elapsed(), length.onTheWall(), recurs))
                .toList();
        return RuledTime.cut(time, lines, plainly(room), zone);
    }
}
