package org.passerelle.booking.allocation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.caps.UsedBookings;
import org.passerelle.booking.caps.UsedHours;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Tells how much somebody has used of the quotas of a room, as the claims have it. What is left now may be taken a moment later. */
@Component
public class QuotaUsage {

    private final HourQuotas hours;
    private final OpenBookingPlaces openPlaces;
    private final Taken taken;
    private final Clock clock;

    QuotaUsage(HourQuotas hours, OpenBookingPlaces openPlaces, Taken taken, Clock clock) {
        this.hours = hours;
        this.openPlaces = openPlaces;
        this.taken = taken;
        this.clock = clock;
    }

    /** The quotas of hours that hold for {@code person} in {@code room}, that of their organisation first. */
    public List<UsedHours> hours(Person person, Room room, Directory directory) {
        Instant now = clock.instant();
        Proposal.Date today = new Proposal.Date(now, Interval.of(now, now.plusSeconds(60)), List.of(room));
        List<Quota> quotas = hours.of(
                new HourQuotas.QuotaUser(
                        Owner.of(person),
                        person,
                        directory,
                        directory.siteOf(room).zone()),
                Set.of(room));
        Set<Long> used = taken.among(
                quotas.stream().flatMap(quota -> claims(quota, today)).collect(Collectors.toSet()), Optional.empty());
        List<UsedHours> all = new ArrayList<>();
        for (Quota quota : quotas) {
            if (claims(quota, today).findAny().isPresent()) {
                long quarters = claims(quota, today).filter(used::contains).count();
                all.add(new UsedHours(
                        quota.reason(), quota.period(), Quota.hours(quota.units()), Quota.hours((int) quarters)));
            }
        }
        return all;
    }

    /** Those of the period in which {@code today} is; none of a quota of which the room is free. */
    private static Stream<Long> claims(Quota quota, Proposal.Date today) {
        return quota.needs(today).keySet().stream()
                .flatMap(period -> quota.claimsOf(period).boxed());
    }

    /** The quotas of open bookings that hold for {@code person} in {@code room}. */
    public List<UsedBookings> bookings(Person person, Room room) {
        return openPlaces.used(Owner.of(person), Optional.of(person), room);
    }
}
