package org.passerelle.availability.planner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.passerelle.account.Person;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.availability.query.QuotaLimits;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.booking.policy.TimeLimits;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.RoomProfile;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.VideoResource;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.time.WeeklyHours;

/** Looks up which rooms would do, apart from when they are open and free. For one thread. */
final class SuitableRooms {

    private final Directory directory;
    private final BookingRights rights;
    private final QuotaLimits limits;
    private final Duration length;
    private final Instant now;
    private final Map<WeeklyHoursAt, Bookable.BookableHours> hours = new HashMap<>();
    private boolean isLinked;

    /**
     * @param limits what quotas keep from the seeker
     * @param length of the meeting
     */
    SuitableRooms(Directory directory, Person seeker, QuotaLimits limits, Duration length, Instant now) {
        this.directory = directory;
        this.limits = limits;
        this.rights = BookingRights.of(seeker);
        this.length = length;
        this.now = now;
    }

    /**
     * @param kept when the seeker may not have it for such a meeting, by what is said of who may book when; empty where nothing is
     * @param usedUp when quotas leave them too little for it
     */
    private record WeeklyHoursAt(
            SiteId site, WeeklyHours hours, List<Closure> closures, Optional<TimeLimits> kept, List<Interval> usedUp) {}

    /**
     * The parties of {@code query} in their order.
     *
     * @param freed positions of those for which any kind of room will do
     */
    List<PartyRooms> of(MeetingTimeQuery query, Set<Integer> freed) {
        isLinked = query.parties().stream().map(Party::site).distinct().count() > 1;
        return IntStream.range(0, query.parties().size())
                .mapToObj(position -> of(
                        position,
                        query.parties().get(position),
                        freed.contains(position) ? Set.of() : query.taste().kinds()))
                .toList();
    }

    private PartyRooms of(int position, Party party, Set<RoomKind> kinds) {
        Site site = directory
                .site(party.site())
                .orElseThrow(() -> new IllegalArgumentException("There is no site " + party.site()));
        List<PartyOption> options = directory.roomsAt(site.id()).stream()
                .filter(room -> !room.isCountable() && room.capacity() >= party.attendees())
                .filter(room -> kinds.isEmpty() || kinds.contains(room.kind()))
                .flatMap(room -> option(room, site, party.equipment()).stream())
                .sorted(PartyOption.BY_FIT)
                .toList();
        return new PartyRooms(position, party, site, options);
    }

    private Optional<PartyOption> option(Room room, Site site, Set<String> equipment) {
        List<String> own = room.profile().equipment();
        Set<Room> pools = new LinkedHashSet<>();
        int used = 0;
        for (String word : equipment) {
            if (own.contains(word)) {
                used++;
                continue;
            }
            Optional<Room> pool = pool(word, site);
            if (pool.isEmpty()) {
                return Optional.empty();
            }
            pools.add(pool.get());
        }
        if (isLinked && !room.profile().joinMethods().isEmpty()) {
            linesOf(room).ifPresent(pools::add);
        }
        List<Bookable> carried = new ArrayList<>();
        pools.forEach(pool -> bookable(pool, site).ifPresent(carried::add));
        if (carried.size() < pools.size()) {
            return Optional.empty();
        }
        int surplus = own.size() - used;
        boolean mustAsk = rights.mayHaveToAsk(room);
        return bookable(room, site).map(place -> new PartyOption(place, carried, surplus, mustAsk));
    }

    /** What is counted and carried at {@code site} under the name {@code word}, with or without the site before it. */
    private Optional<Room> pool(String word, Site site) {
        return directory.roomsAt(site.id()).stream()
                .filter(Room::isCarried)
                .filter(pool ->
                        pool.id().value().equals(word) || pool.id().value().equals(site.id() + "-" + word))
                .findFirst();
    }

    /**
     * The video lines of the site of {@code room}, of which it takes one, as if they were carried into it. Days on which there
     * are fewer are not looked at.
     */
    private Optional<Room> linesOf(Room room) {
        return directory.video().stream()
                .filter(resource -> resource.kind() == VideoResource.ResourceKind.LINES
                        && resource.site().filter(room.site()::equals).isPresent())
                .findFirst()
                .map(lines -> new Room(
                        lines.id(),
                        room.site(),
                        RoomKind.EQUIPMENT,
                        new RoomProfile(
                                lines.id().value(),
                                Math.max(1, lines.numbers().size()),
                                List.of(),
                                "",
                                List.of(),
                                true),
                        room.rules().unbuffered(),
                        List.of(),
                        lines.numbers()));
    }

    private Optional<Bookable> bookable(Room room, Site site) {
        BookingRules rules = room.rules();
        if (!rights.mayBook(room) || limits.usedUp().contains(room.id()) || !BookingBounds.admitLength(length, rules)) {
            return Optional.empty();
        }
        long running = Slots.containing(now);
        BookingBounds bounds = BookingBounds.of(room, site, now);
        long latest = Slots.containing(bounds.latest().minus(length));
        Interval meeting = Interval.of(Slots.start(running), length);
        Interval held =
                meeting.extendedBy(rules.buffers().before(), rules.buffers().after());
        int before = (int) (running - Slots.first(held));
        int after = (int) (Slots.endExclusive(held) - running);
        long earliest = slotFrom(bounds.earliest());
        List<Interval> usedUp = limits.daysOf(room.id());
        var kept = hours.computeIfAbsent(
                new WeeklyHoursAt(
                        site.id(),
                        rules.openingHours(),
                        site.closuresOfRoom(room.id()),
                        BookingRights.goByTheTime(room) ? Optional.of(TimeLimits.of(rules)) : Optional.empty(),
                        usedUp),
                any -> new Bookable.BookableHours(
                        BookingRights.goByTheTime(room) ? Optional.of(rights) : Optional.empty(), usedUp));
        return Optional.of(new Bookable(
                room, site, kept, earliest, latest, before, after, (int) (Slots.endExclusive(meeting) - running)));
    }

    /** The first slot that starts at {@code instant} or later. */
    static long slotFrom(Instant instant) {
        long slot = Slots.containing(instant);
        return Slots.start(slot).isBefore(instant) ? slot + 1 : slot;
    }
}
