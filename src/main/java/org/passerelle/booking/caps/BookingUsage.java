package org.passerelle.booking.caps;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.directory.BookingCaps.Cap;
import org.passerelle.platform.work.WorkTimer;
import org.passerelle.time.Slots;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Open bookings and claims ahead of each holder, counted from what is stored and followed from then on. Whoever is about to
 * write reserves first, in one step with looking; so many at once are let through as fit. Exact on one node. With several
 * each knows of the others' writes a moment later, so that together they may go over a cap by what they write in that moment.
 */
@Component
public class BookingUsage implements Occupancy.Follower, DisposableBean {

    /** Begins no name of a document. */
    private static final String EDIT = "edit ";

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(1);

    private final Occupancy occupancy;
    private final Clock clock;
    private final WorkTimer counting = new WorkTimer("booking-usage");
    private final Map<String, Entry> documents = new HashMap<>();
    private final Map<CapHolder, UsageTally> tallies = new HashMap<>();
    private long today = Long.MIN_VALUE;
    private long edits;

    public BookingUsage(Occupancy occupancy, Clock clock) {
        this.occupancy = occupancy;
        this.clock = clock;
        occupancy.follow(this);
    }

    /** A document as it is counted, of version 0 while its first write is under way; or what an edit may add to one. */
    private record Entry(long version, List<CapHolder> holders, Ahead ahead, boolean isBooking) {

        boolean countsAs(Entry other) {
            return isBooking == other.isBooking && ahead.equals(other.ahead) && holders.equals(other.holders);
        }
    }

    /** A promise that what is reserved is either written or given back. */
    public interface UsageReservation extends AutoCloseable {

        /** Ends it, however the write ended. */
        @Override
        void close();
    }

    /** What came of asking: a reservation, or why there is none. */
    public record UsageAnswer(Optional<Reason> refusal, UsageReservation reservation) {}

    /** Counts what is stored. Until that is done, once after each start, caps let through what they do not know of. */
    @EventListener(ApplicationReadyEvent.class)
    void recall() {
        counting.after(Duration.ZERO, this::countStored);
    }

    /** Until it is done: what fails is reported, and tried again. */
    private void countStored() {
        boolean isCounted = false;
        try {
            occupancy.recallAll(this::wrote);
            isCounted = true;
        } finally {
            if (!isCounted) {
                counting.after(BEFORE_ANOTHER_TRY, this::countStored);
            }
        }
    }

    @Override
    public void destroy() {
        counting.close();
    }

    /**
     * Reserves what the write of a document adds for {@code limits}, unless it is too much for one of them.
     *
     * @param root of the document
     * @param changed what the bookings that are written claim then
     * @param before what they claimed until now
     */
    public synchronized UsageAnswer reserve(
            String root, List<CapLimit> limits, List<Holding.Stretch> changed, List<Holding.Stretch> before) {
        forgetWhatIsOver();
        Ahead ahead = Ahead.of(changed, today);
        long more = Math.max(0, ahead.total() - Ahead.of(before, today).total());
        Entry present = documents.get(root);
        boolean isAnother =
                !ahead.isNothing() && (present == null || present.ahead().isNothing());
        for (CapLimit limit : limits) {
            Optional<Reason> refusal = refusal(limit, isAnother, more);
            if (refusal.isPresent()) {
                return new UsageAnswer(refusal, () -> {});
            }
        }
        if (!isAnother && more == 0) {
            return new UsageAnswer(Optional.empty(), () -> {});
        }
        List<CapHolder> holders = limits.stream().map(CapLimit::holder).toList();
        boolean isNew = present == null;
        String name = isNew ? root : EDIT + edits++;
        Entry promised = new Entry(0, holders, isNew ? ahead : Ahead.on(ahead.lastDay(), more), isAnother);
        put(name, promised);
        return new UsageAnswer(Optional.empty(), () -> giveBack(name, promised));
    }

    private Optional<Reason> refusal(CapLimit limit, boolean isAnother, long more) {
        Cap cap = limit.cap();
        UsageTally tally = tallies.get(limit.holder());
        long open = tally == null ? 0 : tally.openBookings();
        long claims = tally == null ? 0 : tally.claimsAhead();
        if (isAnother && open >= cap.openBookings()) {
            return Optional.of(
                    limit.tooManyBookings(dayAfter(tally == null ? Optional.empty() : tally.firstBookingOver())));
        }
        if (more > 0 && claims + more > cap.claimsAhead()) {
            return Optional.of(limit.tooManyClaims(dayAfter(tally == null ? Optional.empty() : tally.firstClaims())));
        }
        return Optional.empty();
    }

    /** What a day claims no longer counts on the next. */
    private LocalDate dayAfter(Optional<Long> day) {
        long free = day.orElse(today) + 1;
        return LocalDate.ofInstant(Slots.start(free * Slots.A_DAY), ZoneOffset.UTC);
    }

    private synchronized void giveBack(String root, Entry promised) {
        if (documents.get(root) == promised) {
            put(root, null);
        }
    }

    @Override
    public synchronized void wrote(Holding holding) {
        forgetWhatIsOver();
        Entry present = documents.get(holding.root());
        if (present != null && present.version() >= holding.version()) {
            return;
        }
        List<CapHolder> holders =
                holding.holder().map(holder -> CapHolder.of(holder).toList()).orElse(List.of());
        put(holding.root(), new Entry(holding.version(), holders, Ahead.of(holding.stretches(), today), true));
    }

    /** The availability index follows too, and asks for what was missed; whatever it asks for is told here as well. */
    @Override
    public boolean knows(String root, long version) {
        return true;
    }

    private void put(String root, @Nullable Entry changed) {
        Entry before = changed == null ? documents.remove(root) : documents.put(root, changed);
        if (before != null && changed != null && before.countsAs(changed)) {
            return; // what is written is mostly what was reserved for it
        }
        if (before != null) {
            count(before, -1);
        }
        if (changed != null) {
            count(changed, 1);
        }
    }

    private void count(Entry entry, int sign) {
        Ahead ahead = entry.ahead();
        for (CapHolder holder : entry.holders()) {
            tallies.computeIfAbsent(holder, each -> new UsageTally()).add(ahead, entry.isBooking(), sign);
        }
    }

    /** At the first call of a day. */
    private void forgetWhatIsOver() {
        long day = Math.floorDiv(Slots.containing(clock.instant()), (long) Slots.A_DAY);
        if (day == today) {
            return;
        }
        today = day;
        Map<String, Entry> left = new HashMap<>(documents);
        documents.clear();
        tallies.clear();
        left.forEach((root, entry) -> {
            Ahead ahead = entry.ahead().from(today);
            if (!ahead.isNothing()) {
                put(root, new Entry(entry.version(), entry.holders(), ahead, entry.isBooking()));
            }
        });
    }
}
