package org.passerelle.web.today;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.account.Person;
import org.passerelle.availability.RoomFinder;
import org.passerelle.availability.query.FoundRooms.RankedRoom;
import org.passerelle.availability.query.Merit.MeritCode;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** What somebody can have by one press: each is what the finder says of a moment, which decides as a booking would be. */
@Component
public class RoomOffers {

    private static final int MOST_ROOMS = 3;
    private static final int ALL_OF_A_SITE = 100;

    private final RoomFinder finder;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    RoomOffers(RoomFinder finder, Directories directories, PageWords words, Clock clock) {
        this.finder = finder;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What is wished.
     *
     * @param people how many seats
     */
    record RoomWish(Person person, Site site, int people, Duration length) {}

    /** A room, and when; what its button sends. */
    public record Offer(Room room, Site site, String when, boolean isNow, boolean asks, SentTimes times) {

        public boolean isElsewhere(Site here) {
            return !site.id().equals(here.id());
        }

        /** For how many people its button books: as many as are wished, if the room seats them; one of the usual rooms may not. */
        public int peopleOf(String wished) {
            int people = wished.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(wished) : 1;
            return Math.min(people, Math.max(1, room.capacity()));
        }
    }

    /** @param key by which a second press is known */
    public record SentTimes(String date, String start, String until, String key) {}

    /**
     * The best rooms at the first moment at which there are any that nobody has to agree to.
     *
     * @param isClosed whether the site is closed for the rest of the day
     * @param next when it opens again, in words; empty if it is open, or that is far away
     */
    record Offers(List<Offer> rooms, boolean isClosed, Optional<String> next) {

        static final Offers NONE = new Offers(List.of(), false, Optional.empty());

        public boolean areNow() {
            return !rooms.isEmpty() && rooms.get(0).isNow();
        }
    }

    Offers at(RoomWish wish, Locale locale) {
        if (!BookingRights.of(wish.person()).mayLookForRooms()) {
            return Offers.NONE;
        }
        Directory directory = directories.current();
        Moments moments = Moments.of(wish.site(), wish.length(), clock.instant(), directory);
        List<Offer> rooms = List.of();
        for (int i = 0; i < moments.times().size() && rooms.isEmpty(); i++) {
            Interval time = moments.times().get(i);
            rooms = found(wish, time, Set.of()).stream()
                    .filter(room -> !mustAsk(room))
                    .limit(MOST_ROOMS)
                    .map(room -> offer(room, wish.site(), time, locale))
                    .toList();
        }
        return new Offers(
                rooms,
                moments.closed(),
                moments.next().map(next -> PageWords.moment(next, wish.site().zone(), locale)));
    }

    /** {@code room}, at the first moment at which the person can have it, or can ask for it. */
    public Optional<Offer> of(RoomId id, Person person, Duration length, Locale locale) {
        Directory directory = directories.current();
        Room room = directory.room(id).orElse(null);
        if (room == null || !BookingRights.of(person).mayLookForRooms()) {
            return Optional.empty();
        }
        Site site = directory.siteOf(room);
        RoomWish wish = new RoomWish(person, site, 1, length);
        return Moments.of(site, length, clock.instant(), directory).times().stream()
                .flatMap(time -> found(wish, time, Set.of(room.kind())).stream()
                        .filter(found -> found.room().id().equals(id))
                        .map(found -> offer(found, site, time, locale)))
                .findFirst();
    }

    private List<RankedRoom> found(RoomWish wish, Interval time, Set<RoomKind> kinds) {
        RoomQuery.Needs needs =
                new RoomQuery.Needs(kinds, Set.of(), Set.of(wish.site().id()), false);
        return finder.rooms(
                new RoomQuery(
                        wish.person(),
                        List.of(time),
                        wish.people(),
                        needs,
                        Optional.of(wish.site().id())),
                ALL_OF_A_SITE);
    }

    private static boolean mustAsk(RankedRoom room) {
        return room.merits().stream().anyMatch(merit -> merit.code() == MeritCode.NEEDS_APPROVAL);
    }

    private Offer offer(RankedRoom found, Site site, Interval time, Locale locale) {
        ZoneId zone = site.zone();
        Instant now = clock.instant();
        LocalDate day = time.start().atZone(zone).toLocalDate();
        boolean isNow = !time.start().isAfter(now);
        boolean isToday = day.equals(now.atZone(zone).toLocalDate());
        String times = isNow
                ? words.text("today.until", locale, PageWords.time(time.end(), zone))
                : PageWords.times(time, zone);
        return new Offer(
                found.room(),
                site,
                isToday ? times : PageWords.shortDay(day, locale) + ", " + times,
                isNow,
                mustAsk(found),
                new SentTimes(
                        day.toString(),
                        PageWords.time(time.start(), zone),
                        PageWords.time(time.end(), zone),
                        UUID.randomUUID().toString()));
    }
}
