package org.passerelle.booking.allocation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.passerelle.account.Accounts;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.caps.BookingUsage;
import org.passerelle.booking.caps.ClaimantNumbers;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.directory.ClaimNumbers;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.springframework.context.ApplicationEventPublisher;

/** Puts the placing together by hand, for tests without Spring. */
public final class PlacingWiring {

    /** For tests without caps. */
    public static final Occupancy NOTHING_TOLD = new NothingTold();

    private PlacingWiring() {}

    public static Placing over(Bookings bookings, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        return over(bookings, new BookingUsage(NOTHING_TOLD, clock), accounts, events, clock);
    }

    /** @param usage what caps are judged by */
    public static Placing over(
            Bookings bookings, BookingUsage usage, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        return wired(bookings, usage, accounts, events, clock).placing();
    }

    /** What places, what counts for somebody else and what tells how much is used, by the same numbers. */
    public record WiredPlacing(Placing placing, QuotaTransfer transfer, QuotaUsage usage, QuotaGuide guide) {}

    public static WiredPlacing wired(
            Bookings bookings, BookingUsage usage, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        Taken taken = new Taken(bookings, Rooms::directory, events, clock);
        NumbersInTurn numbers = new NumbersInTurn();
        ClaimantNumbers claimants = new ClaimantNumbers(numbers);
        HourQuotas quotas = new HourQuotas(accounts, claimants);
        OpenBookingPlaces openPlaces = new OpenBookingPlaces(taken, claimants, clock);
        Placing placing = new Placing(
                quotas,
                new Allocator(taken),
                new Collisions(taken),
                PlacingWiring::others,
                proposal -> List.of(),
                new CappedWrites(accounts, bookings, new HoldPlaces(taken, numbers, clock), openPlaces, usage));
        return new WiredPlacing(
                placing,
                new QuotaTransfer(quotas, openPlaces, taken, clock),
                new QuotaUsage(quotas, openPlaces, taken, clock),
                new RemainingQuotas(quotas, openPlaces, taken));
    }

    /** Above those that rooms and organisations have in tests. */
    private static final class NumbersInTurn implements ClaimNumbers {

        private final Map<String, List<Integer>> given = new HashMap<>();

        @Override
        public synchronized Map<String, List<Integer>> of(Map<String, Integer> counts) {
            Map<String, List<Integer>> numbers = new HashMap<>();
            counts.forEach((claimant, count) ->
                    numbers.put(claimant, given.computeIfAbsent(claimant, each -> List.of(10_000 + given.size()))));
            return numbers;
        }
    }

    private static final class NothingTold implements Occupancy {

        @Override
        public void follow(Follower follower) {}

        @Override
        public void recallAll(Consumer<Holding> each) {}

        @Override
        public void readAll(Consumer<Holding> each) {}

        @Override
        public List<Holding> read(Collection<String> roots) {
            return List.of();
        }
    }

    /** Every other room of the site with as many seats, free or not, in the order of the directory. */
    private static List<RoomId> others(Room wanted, Proposal.Date date, Proposal proposal) {
        return proposal.directory().roomsAt(wanted.site()).stream()
                .filter(room -> !wanted.isCountable() && !room.isCountable() && !room.equals(wanted))
                .filter(room -> room.capacity() >= wanted.capacity())
                .map(Room::id)
                .toList();
    }
}
