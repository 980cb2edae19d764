package org.passerelle.booking.allocation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directory;
import org.springframework.stereotype.Component;

/**
 * Writes a booking that somebody else gets, so that its dates ahead count for their quotas and no longer for those of whoever had
 * it. What is over stays counted for whoever used it.
 */
@Component
public class QuotaTransfer {

    private static final int MOST_TRIES = 20;

    private final HourQuotas quotas;
    private final OpenBookingPlaces openPlaces;
    private final Taken taken;
    private final Clock clock;

    QuotaTransfer(HourQuotas quotas, OpenBookingPlaces openPlaces, Taken taken, Clock clock) {
        this.quotas = quotas;
        this.openPlaces = openPlaces;
        this.taken = taken;
        this.clock = clock;
    }

    /**
     * Writes {@code given}, which has its new owner already; refused if that would be more than one of their quotas leaves.
     *
     * @param to whose it is from now on
     */
    public Placement write(Booking given, Person to, Directory directory, Placement.Writing writing) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Allocator.Taste taste = Allocator.Taste.ofTry(tries);
            Counted counted = count(given, to, directory, taste);
            if (!counted.overQuota().isEmpty()) {
                return new Placement.Refused(counted.overQuota());
            }
            OpenBookingPlaces.PlaceChoice open =
                    openPlaces.choose(counted.booking(), Optional.of(to), directory, taste);
            if (open.exceeded().isPresent()) {
                return new Placement.Refused(List.of(open.exceeded().get()));
            }
            Booking placed =
                    counted.booking().withStatus(counted.booking().status().inPlaces(open.places()));
            Bookings.Write write = writing.apply(placed);
            if (write != Bookings.Write.COLLIDES) {
                return Placement.after(write, placed);
            }
        }
        return new Placement.Overtaken(Bookings.Write.COLLIDES);
    }

    private record Counted(Booking booking, List<Reason> overQuota) {}

    private Counted count(Booking given, Person to, Directory directory, Allocator.Taste taste) {
        Instant now = clock.instant();
        List<Occurrence> ahead =
                given.occupying().filter(date -> isAhead(date, now)).toList();
        List<Proposal.Date> dates = Stream.concat(ahead.stream(), ahead.stream().flatMap(date -> date.asked().stream()))
                .map(date -> date(date, directory))
                .toList();
        List<Quota> all = quotas.of(new Placement.Request(
                new Proposal(to, given.content(), dates, directory, now),
                Placement.StandingDates.NOTHING,
                OnConflict.REJECT,
                given.owner(),
                given.schedule().zone()));
        boolean isUncounted = all.isEmpty()
                && Stream.concat(ahead.stream(), ahead.stream().flatMap(date -> date.asked().stream()))
                        .allMatch(date -> date.quotaClaims().isEmpty());
        if (isUncounted) {
            return new Counted(given, List.of());
        }
        Taking taking = new Taking(directory, all, unavailable(given, dates, all, now), taste, new ArrayList<>());
        List<Occurrence> counted = given.occurrences().stream()
                .map(date -> isAhead(date, now) ? taking.counted(date) : date)
                .toList();
        return new Counted(given.withOccurrences(counted), taking.overQuota());
    }

    private static boolean isAhead(Occurrence date, Instant now) {
        return date.occupies() && date.time().end().isAfter(now);
    }

    private static Proposal.Date date(Occurrence date, Directory directory) {
        return new Proposal.Date(
                date.recurrenceId(),
                date.time(),
                date.rooms().stream()
                        .flatMap(room -> directory.room(room).stream())
                        .toList());
    }

    /** What others hold of the quotas, and what dates of it do that are over. */
    private Set<Long> unavailable(Booking given, List<Proposal.Date> dates, List<Quota> all, Instant now) {
        Set<Long> countable = new HashSet<>();
        for (Proposal.Date date : dates) {
            for (Quota quota : all) {
                quota.needs(date)
                        .keySet()
                        .forEach(period -> quota.claimsOf(period).forEach(countable::add));
            }
        }
        Set<Long> unavailable = new HashSet<>(taken.among(countable, Optional.of(given.id())));
        given.occupying()
                .filter(date -> !date.time().end().isAfter(now))
                .forEach(date -> unavailable.addAll(date.quotaClaims()));
        return unavailable;
    }

    /** Takes what dates need of quotas, one after the other. */
    private record Taking(
            Directory directory,
            List<Quota> quotas,
            Set<Long> unavailable,
            Allocator.Taste taste,
            List<Reason> overQuota) {

        Occurrence counted(Occurrence date) {
            Occurrence own = date.counting(claims(date));
            return date.openRequest()
                    .flatMap(move -> date.asked().map(asked -> own.asking(asked.counting(claims(asked)), move.asked())))
                    .orElse(own);
        }

        private List<Long> claims(Occurrence date) {
            List<Long> claims = new ArrayList<>(
                    date.quotaClaims().stream().filter(this::isOfAService).toList());
            for (Quota quota : quotas) {
                if (!Allocator.take(quota, QuotaTransfer.date(date, directory), unavailable, taste, claims)) {
                    overQuota.add(quota.reason().on(date.recurrenceId()));
                }
            }
            return claims;
        }

        private boolean isOfAService(long claim) {
            return directory.services().stream()
                    .anyMatch(offer -> offer.numbers().contain(Claims.number(claim)));
        }
    }
}
