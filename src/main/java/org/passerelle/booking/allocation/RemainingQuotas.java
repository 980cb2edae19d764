package org.passerelle.booking.allocation;

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
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.model.Owner;
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
        Owner owner = Owner.of(question.person());
        Map<RoomId, Reason> usedUp = new LinkedHashMap<>();
        if (question.own().isEmpty()) {
            usedUp.putAll(openPlaces.usedUp(owner, Optional.of(question.person()), question.rooms()));
        }
        if (!question.times().isEmpty()) {
            addHours(usedUp, question, owner);
        }
        return usedUp;
    }

    private void addHours(Map<RoomId, Reason> usedUp, QuotaQuestion question, Owner owner) {
        Set<Room> ruled = new LinkedHashSet<>();
        question.rooms().stream()
                .filter(room -> !BookingBounds.quotas(room).isEmpty())
                .forEach(ruled::add);
        List<Quota> quotas = hours.of(
                new HourQuotas.QuotaUser(owner, question.person(), question.directory(), zone(question.directory())),
                ruled);
        List<Needed> all = new ArrayList<>();
        Set<Long> claims = new HashSet<>();
        for (Quota quota : quotas) {
            for (Needed needed : needed(quota, question)) {
                long more = (long) needed.quarters().size() * quota.units();
                if (claims.size() + more <= MOST_CLAIMS) {
                    all.add(needed);
                    needed.quarters()
                            .keySet()
                            .forEach(period -> quota.claimsOf(period).forEach(claims::add));
                }
            }
        }
        Set<Long> used = taken.among(claims, question.own());
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

        boolean isMoreThanIsLeft(Set<Long> used) {
            return quarters.entrySet().stream()
                    .anyMatch(period -> quota.claimsOf(period.getKey())
                                    .filter(claim -> !used.contains(claim))
                                    .count()
                            < period.getValue());
        }
    }

    /** Of the rooms that count, those of one zone together: there the same dates are in the same periods. */
    private static List<Needed> needed(Quota quota, QuotaQuestion question) {
        Map<ZoneId, List<Room>> rooms = question.rooms().stream()
                .filter(quota.counts())
                .collect(Collectors.groupingBy(quota.zones(), LinkedHashMap::new, Collectors.toList()));
        return rooms.values().stream()
                .map(alike -> new Needed(
                        quota, alike.stream().map(Room::id).toList(), quarters(quota, alike.get(0), question.times())))
                .toList();
    }

    private static Map<Long, Integer> quarters(Quota quota, Room room, List<Interval> times) {
        Map<Long, Integer> quarters = new HashMap<>();
        for (Interval time : times) {
            quota.needs(new Proposal.Date(time.start(), time, List.of(room)))
                    .forEach((period, count) -> quarters.merge(period, count, Integer::sum));
        }
        return quarters;
    }

    /** In whose calendar the weeks of an organisation are told, for somebody who says none. */
    private static ZoneId zone(Directory directory) {
        return directory.sites().stream().findFirst().<ZoneId>map(Site::zone).orElse(ZoneOffset.UTC);
    }
}
