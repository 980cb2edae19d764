package org.passerelle.booking.allocation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Looks up what is left of quotas for many rooms at once: one read for all hours, and one for all open bookings, however many rooms
 * there are; none in a network without quotas. Of very many quotas the last are not looked at, and keep nobody out here.
 */
@Component
class RemainingQuotas implements QuotaGuide {

    /** Of all quotas and periods together. */
    private static final int MOST_CLAIMS = 20_000;

    /** Of a window; on later ones nobody is kept out here. */
    private static final int MOST_DAYS = 100;

    private final HourQuotas hours;
    private final OpenBookingPlaces openPlaces;
    private final Taken taken;

    RemainingQuotas(HourQuotas hours, OpenBookingPlaces openPlaces, Taken taken) {
        this.hours = hours;
        this.openPlaces = openPlaces;
        this.taken = taken;
    }

    @Override
    public Map<RoomId, Reason> usedUp(QuotaQuestion question) {
        Map<RoomId, Reason> usedUp = new LinkedHashMap<>(withoutPlace(question));
        if (!question.times().isEmpty()) {
            addHours(usedUp, question);
        }
        return usedUp;
    }

    /** A booking that changes has its place. */
    private Map<RoomId, Reason> withoutPlace(QuotaQuestion question) {
        return question.own().isPresent()
                ? Map.of()
                : openPlaces.usedUp(question.owner(), Optional.of(question.person()), question.rooms());
    }

    @Override
    public boolean leaveEnough(QuotaQuestion question) {
        if (!withoutPlace(question).isEmpty()) {
            return false;
        }
        List<Room> rooms = List.copyOf(question.rooms());
        List<RoomId> names = rooms.stream().map(Room::id).toList();
        List<Needed> all = quotas(question).stream()
                .map(quota -> new Needed(quota, names, quarters(quota, rooms, question.times())))
                .toList();
        return isEnough(all, question);
    }

    private boolean isEnough(List<Needed> all, QuotaQuestion question) {
        Set<Long> claims = new HashSet<>();
        all.forEach(needed -> needed.addClaims(claims));
        Set<Long> used = used(claims, question);
        return all.stream().noneMatch(needed -> needed.isMoreThanIsLeft(used));
    }

    private Set<Long> used(Set<Long> claims, QuotaQuestion question) {
        Set<Long> used = new HashSet<>(taken.among(claims, question.own().map(OwnBooking::id)));
        question.own().ifPresent(own -> used.addAll(own.kept()));
        return used;
    }

    private List<Quota> quotas(QuotaQuestion question) {
        Set<Room> ruled = new LinkedHashSet<>();
        question.rooms().stream()
                .filter(room -> !BookingBounds.quotas(room).isEmpty())
                .forEach(ruled::add);
        return hours.of(
                new HourQuotas.QuotaUser(
                        question.owner(), question.person(), question.directory(), zone(question.directory())),
                ruled);
    }

    /** Each day asks for itself, in all rooms of one zone alike. */
    @Override
    public Map<RoomId, List<Interval>> usedUpDays(QuotaQuestion question, Interval window, Duration length) {
        List<NeededOnADay> all = new ArrayList<>();
        Set<Long> claims = new HashSet<>();
        for (Quota quota : quotas(question)) {
            for (Map.Entry<ZoneId, List<Room>> alike : byZone(quota, question).entrySet()) {
                for (Interval day : days(window, alike.getKey())) {
                    Interval date = Interval.of(day.start(), length);
                    Needed needed = needed(quota, alike.getValue(), List.of(date));
                    if (claims.size() + quota.units() <= MOST_CLAIMS) {
                        all.add(new NeededOnADay(needed, day));
                        needed.addClaims(claims);
                    }
                }
            }
        }
        Set<Long> used = used(claims, question);
        Map<RoomId, List<Interval>> usedUp = new LinkedHashMap<>();
        all.stream()
                .filter(each -> each.needed().isMoreThanIsLeft(used))
                .forEach(each -> each.needed()
                        .rooms()
                        .forEach(room -> usedUp.computeIfAbsent(room, any -> new ArrayList<>())
                                .add(each.day())));
        usedUp.replaceAll((room, days) -> Interval.merge(days));
        return usedUp;
    }

    private record NeededOnADay(Needed needed, Interval day) {}

    private static List<Interval> days(Interval window, ZoneId zone) {
        LocalDate first = window.start().atZone(zone).toLocalDate();
        LocalDate last = window.end().atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .limit(MOST_DAYS)
                .map(day -> Interval.of(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant()))
                .toList();
    }

    private void addHours(Map<RoomId, Reason> usedUp, QuotaQuestion question) {
        List<Quota> quotas = quotas(question);
        List<Needed> all = new ArrayList<>();
        Set<Long> claims = new HashSet<>();
        for (Quota quota : quotas) {
            for (List<Room> alike : byZone(quota, question).values()) {
                Needed needed = needed(quota, alike, question.times());
                long more = (long) needed.quarters().size() * quota.units();
                if (claims.size() + more <= MOST_CLAIMS) {
                    all.add(needed);
                    needed.addClaims(claims);
                }
            }
        }
        Set<Long> used = used(claims, question);
        all.stream()
                .filter(needed -> needed.isMoreThanIsLeft(used))
                .forEach(needed -> needed.rooms()
                        .forEach(room -> usedUp.putIfAbsent(room, needed.quota().reason())));
    }

    /**
     * What all dates use of a quota, in any one of some rooms.
     *
     * @param quarters by the periods of the quota
     */
    private record Needed(Quota quota, List<RoomId> rooms, Map<Long, Integer> quarters) {

        void addClaims(Set<Long> claims) {
            quarters.keySet().forEach(period -> quota.claimsOf(period).forEach(claims::add));
        }

        boolean isMoreThanIsLeft(Set<Long> used) {
            return quarters.entrySet().stream()
                    .anyMatch(period -> quota.claimsOf(period.getKey())
                                    .filter(claim -> !used.contains(claim))
                                    .count()
                            < period.getValue());
        }
    }

    /** Of the rooms that count, those of one zone together: there the same dates are in the same periods. */
    private static Map<ZoneId, List<Room>> byZone(Quota quota, QuotaQuestion question) {
        return question.rooms().stream()
                .filter(quota.counts())
                .collect(Collectors.groupingBy(quota.zones(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Needed needed(Quota quota, List<Room> alike, List<Interval> times) {
        return new Needed(quota, alike.stream().map(Room::id).toList(), quarters(quota, alike.subList(0, 1), times));
    }

    private static Map<Long, Integer> quarters(Quota quota, List<Room> rooms, List<Interval> times) {
        Map<Long, Integer> quarters = new HashMap<>();
        for (Interval time : times) {
            quota.needs(new Proposal.Date(time.start(), time, rooms))
                    .forEach((period, count) -> quarters.merge(period, count, Integer::sum));
        }
        return quarters;
    }

    /** In whose calendar the weeks of an organisation are told, for somebody who says none. */
    private static ZoneId zone(Directory directory) {
        return directory.sites().stream().findFirst().<ZoneId>map(Site::zone).orElse(ZoneOffset.UTC);
    }
}
