package org.passerelle.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.Assessment;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.IllegalRooms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.DirectoryChanged;
import org.passerelle.platform.work.WorkQueue;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The queue of those who want rooms that are taken. */
@Component
public class Waitlist implements WorkQueue {

    /** So many places in the queue a person may have at once. */
    public static final int MOST = 20;

    private static final int MOST_TRIES = 10;

    /** How long one can still see what became of one's place. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final WaitlistEntries entries;
    private final WaitlistQueue queue;
    private final ServeWaitlist serving;
    private final OfferHold offering;
    private final BookingRooms booking;
    private final Accounts accounts;
    private final Clock clock;
    private Instant latest = Instant.EPOCH;

    Waitlist(
            WaitlistEntries entries,
            WaitlistQueue queue,
            ServeWaitlist serving,
            OfferHold offering,
            BookingRooms booking,
            Accounts accounts,
            Clock clock) {
        this.entries = entries;
        this.queue = queue;
        this.serving = serving;
        this.offering = offering;
        this.booking = booking;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Joins the queue at its end. Whether the rooms can be had is looked into soon afterwards.
     *
     * @param until how long to wait at most; empty to wait until the first date begins
     * @param key under which the request may be repeated
     * @throws IllegalRooms if the rooms named exclude each other
     * @throws EmptySchedule if the recurrence has no date
     */
    public WaitlistJoin join(Person person, BookingOrder order, Optional<Instant> until, Optional<String> key) {
        Assessment outlook = booking.outlook(person, order);
        if (!outlook.objections().isEmpty()) {
            return new WaitlistJoin.Refused(outlook.objections());
        }
        BookingId name =
                key.map(it -> BookingId.forKey(person.id(), "wait:" + it)).orElseGet(BookingId::random);
        WaitlistJoin result = added(person.id(), order, until, name.value());
        if (result instanceof WaitlistJoin.Joined joined) {
            queue.put(joined.entry(), outlook.claims());
            serving.lookAt(List.of(joined.entry().id()));
        }
        return result;
    }

    /** One at a time, so that no two came at the same moment. That nobody exceeds the limit is seen to by the write. */
    private synchronized WaitlistJoin added(PersonId person, BookingOrder order, Optional<Instant> until, String id) {
        Optional<WaitlistJoin> before = before(order, until, id);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant();
        latest = now.isAfter(latest) ? now : latest.plusMillis(1);
        WaitlistEntry entry =
                new WaitlistEntry(id, person, order, latest, until, WaitlistEntry.EntryStanding.fresh(now));
        // The same request may have come to another node at the same moment.
        return entries.add(entry, MOST, now)
                ? new WaitlistJoin.Joined(entry)
                : before(order, until, id).orElseGet(() -> refused("waitlist-full"));
    }

    /** What came of the same request, if it came before. */
    private Optional<WaitlistJoin> before(BookingOrder order, Optional<Instant> until, String id) {
        return entries.find(id)
                .map(entry -> entry.order().equals(order) && entry.until().equals(until)
                        ? new WaitlistJoin.JoinedBefore(entry)
                        : refused("idempotency-key"));
    }

    private static WaitlistJoin refused(String detail) {
        return new WaitlistJoin.Refused(List.of(Reason.of(ReasonCode.NOT_ALLOWED, detail)));
    }

    @Override
    public String queueName() {
        return "waitlist";
    }

    /** Who waits and has no offer. */
    @Override
    public Load load() {
        return queue.load(clock.instant());
    }

    /** What {@code person} waits for or waited for in the last days, the oldest first. */
    public List<WaitlistEntry> of(Person person) {
        return entries.of(person.id()).stream().map(this::seen).toList();
    }

    /** Whether anybody waits, or has an offer. */
    public boolean isInUse() {
        return !queue.isEmpty();
    }

    /** Whether {@code booking} is held for {@code person} because they waited for its rooms. */
    public boolean isOffered(PersonId person, BookingId booking) {
        return entries.of(person).stream()
                .filter(entry -> entry.state() == WaitlistState.OFFERED)
                .flatMap(entry -> entry.standing().offer().stream())
                .anyMatch(offer -> offer.booking().equals(booking));
    }

    /** A place of {@code person}; empty if they have none of that id, whoever else may. */
    public Optional<WaitlistEntry> find(Person person, String id) {
        return own(person, id).map(this::seen);
    }

    private Optional<WaitlistEntry> own(Person person, String id) {
        return entries.find(id).filter(entry -> entry.person().equals(person.id()));
    }

    /** What is over is shown so, written down or not. */
    private WaitlistEntry seen(WaitlistEntry entry) {
        Instant now = clock.instant();
        return entry.state().isOpen() && entry.isOver(now) ? entry.in(WaitlistState.EXPIRED, now) : entry;
    }

    /** One more than how many came earlier and wait for one of the same rooms; empty for who does not wait. */
    public Optional<Integer> position(WaitlistEntry entry) {
        return entry.isWaiting() ? queue.position(entry.id()) : Optional.empty();
    }

    /** Gives up a place in the queue, or the offer that came of it; returns false if {@code person} has none of that id. */
    public boolean leave(Person person, String id) {
        Optional<WaitlistEntry> entry = own(person, id);
        for (int tries = 0; tries < MOST_TRIES && entry.filter(this::isOpen).isPresent(); tries++) {
            Optional<WaitlistEntry> left = entries.replace(entry.get().in(WaitlistState.LEFT, clock.instant()));
            if (left.isPresent()) {
                offering.giveBack(left.get());
                serving.over(left.get());
                return true;
            }
            entry = own(person, id);
        }
        return entry.isPresent();
    }

    /** Nobody waits any more for whom nothing could be offered. A hold that was offered to them lapses by itself. */
    @EventListener
    void on(AccountEnded ended) {
        entries.of(ended.id()).stream()
                .filter(entry -> entry.state().isOpen())
                .flatMap(entry -> entries.replace(entry.in(WaitlistState.LEFT, clock.instant())).stream())
                .forEach(serving::over);
    }

    private boolean isOpen(WaitlistEntry entry) {
        return entry.isWaiting()
                || entry.state() == WaitlistState.OFFERED
                        && entry.standing().offer().map(offering::standing).orElse(WaitlistState.EXPIRED)
                                == WaitlistState.OFFERED;
    }

    /** Reads the queue anew and looks at everybody in it: at start, with another directory, and now and then. */
    @EventListener({ApplicationReadyEvent.class, DirectoryChanged.class})
    public void lookAtAll() {
        entries.forget(clock.instant().minus(KEPT));
        List<WaitlistEntry> open = entries.open();
        open.forEach(entry -> queue.put(entry, claims(entry)));
        serving.lookAt(open.stream().map(WaitlistEntry::id).toList());
    }

    private Set<Long> claims(WaitlistEntry entry) {
        Optional<Person> person = accounts.person(entry.person());
        try {
            return person.map(each -> booking.outlook(each, entry.order()).claims())
                    .orElse(Set.of());
        } catch (IllegalRooms | EmptySchedule changedDirectory) {
            return Set.of();
        }
    }
}
