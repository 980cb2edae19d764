package org.passerelle.waiting;

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
import org.passerelle.booking.BookingId;
import org.passerelle.booking.BookingOrder;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.EmptySchedule;
import org.passerelle.booking.IllegalRooms;
import org.passerelle.booking.Outlook;
import org.passerelle.booking.Reason;
import org.passerelle.booking.ReasonCode;
import org.passerelle.directory.DirectoryChanged;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The line of those who want rooms that are taken. */
@Component
public class Waitlist {

    /** So many places in the line a person may have at once. */
    public static final int MOST = 20;

    private static final int MOST_TRIES = 10;

    /** How long one can still see what became of one's place. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final WaitEntries entries;
    private final Line line;
    private final ServingTheLine serving;
    private final Offering offering;
    private final BookingRooms booking;
    private final Accounts accounts;
    private final Clock clock;
    private Instant latest = Instant.EPOCH;

    Waitlist(
            WaitEntries entries,
            Line line,
            ServingTheLine serving,
            Offering offering,
            BookingRooms booking,
            Accounts accounts,
            Clock clock) {
        this.entries = entries;
        this.line = line;
        this.serving = serving;
        this.offering = offering;
        this.booking = booking;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Joins the line at its end. Whether the rooms can be had is looked into soon afterwards.
     *
     * @param until how long to wait at most; empty to wait until the first date begins
     * @param key under which the request may be repeated
     * @throws IllegalRooms if the rooms named exclude each other
     * @throws EmptySchedule if the recurrence has no date
     */
    public JoinResult join(Person person, BookingOrder order, Optional<Instant> until, Optional<String> key) {
        Outlook outlook = booking.outlook(person, order);
        if (!outlook.objections().isEmpty()) {
            return new JoinResult.Refused(outlook.objections());
        }
        BookingId name =
                key.map(it -> BookingId.forKey(person.id(), "wait:" + it)).orElseGet(BookingId::random);
        JoinResult result = added(person.id(), order, until, name.value());
        if (result instanceof JoinResult.Joined joined) {
            line.put(joined.entry(), outlook.claims());
            serving.lookAt(List.of(joined.entry().id()));
        }
        return result;
    }

    /** One at a time, so that nobody exceeds the limit and no two came at the same moment. */
    private synchronized JoinResult added(PersonId person, BookingOrder order, Optional<Instant> until, String id) {
        Optional<WaitEntry> before = entries.find(id);
        if (before.isPresent()) {
            boolean same =
                    before.get().order().equals(order) && before.get().until().equals(until);
            return same ? new JoinResult.JoinedBefore(before.get()) : refused("idempotency-key");
        }
        long open = entries.of(person).stream()
                .filter(entry -> !entry.isOver(clock.instant()))
                .count();
        if (open >= MOST) {
            return refused("waitlist-full");
        }
        Instant now = clock.instant();
        latest = now.isAfter(latest) ? now : latest.plusMillis(1);
        WaitEntry entry = new WaitEntry(id, person, order, latest, until, WaitEntry.Standing.fresh(now));
        return entries.add(entry) ? new JoinResult.Joined(entry) : refused("idempotency-key");
    }

    private static JoinResult refused(String detail) {
        return new JoinResult.Refused(List.of(Reason.of(ReasonCode.NOT_ALLOWED, detail)));
    }

    /** What {@code person} waits for or waited for in the last days, the oldest first. */
    public List<WaitEntry> of(Person person) {
        return entries.of(person.id()).stream().map(this::seen).toList();
    }

    /** A place of {@code person}; empty if they have none of that id, whoever else may. */
    public Optional<WaitEntry> find(Person person, String id) {
        return own(person, id).map(this::seen);
    }

    private Optional<WaitEntry> own(Person person, String id) {
        return entries.find(id).filter(entry -> entry.person().equals(person.id()));
    }

    /** What is over is shown so, written down or not. */
    private WaitEntry seen(WaitEntry entry) {
        Instant now = clock.instant();
        return entry.state().isOpen() && entry.isOver(now) ? entry.in(WaitState.EXPIRED, now) : entry;
    }

    /** One more than how many came earlier and wait for one of the same rooms; empty for who does not wait. */
    public Optional<Integer> position(WaitEntry entry) {
        return entry.isWaiting() ? line.position(entry.id()) : Optional.empty();
    }

    /** Gives up a place in the line, or the offer that came of it; returns false if {@code person} has none of that id. */
    public boolean leave(Person person, String id) {
        Optional<WaitEntry> entry = own(person, id);
        for (int tries = 0; tries < MOST_TRIES && entry.filter(this::isOpen).isPresent(); tries++) {
            Optional<WaitEntry> left = entries.replace(entry.get().in(WaitState.LEFT, clock.instant()));
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
                .flatMap(entry -> entries.replace(entry.in(WaitState.LEFT, clock.instant())).stream())
                .forEach(serving::over);
    }

    private boolean isOpen(WaitEntry entry) {
        return entry.isWaiting()
                || entry.state() == WaitState.OFFERED
                        && entry.standing().offer().map(offering::standing).orElse(WaitState.EXPIRED)
                                == WaitState.OFFERED;
    }

    /** Reads the line anew and looks at everybody in it: at start, with another directory, and now and then. */
    @EventListener({ApplicationReadyEvent.class, DirectoryChanged.class})
    public void lookAtAll() {
        entries.forget(clock.instant().minus(KEPT));
        List<WaitEntry> open = entries.open();
        open.forEach(entry -> line.put(entry, claims(entry)));
        serving.lookAt(open.stream().map(WaitEntry::id).toList());
    }

    private Set<Long> claims(WaitEntry entry) {
        Optional<Person> person = accounts.person(entry.person());
        try {
            return person.map(each -> booking.outlook(each, entry.order()).claims())
                    .orElse(Set.of());
        } catch (IllegalRooms | EmptySchedule changedDirectory) {
            return Set.of();
        }
    }
}
