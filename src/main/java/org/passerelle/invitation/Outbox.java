package org.passerelle.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.OwnThread;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.platform.work.WorkQueue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends what is owed, after bookings are written and answered, on a thread of its own, since mail servers take their time.
 * Nothing is queued: what is owed follows from what is stored, and what was missed is found at the next start.
 */
@Component
public class Outbox extends OwnThread implements Occupancy.Follower, WorkQueue {

    /** While the server is away, no mail is tried; each would wait for it anew. */
    private static final Duration BREATHER = Duration.ofSeconds(30);

    private static final Duration CLAIM = Duration.ofMinutes(5);

    /** Documents that wait to be looked at; what is more is found by a look at all. */
    static final int MOST_WAITING = 10_000;

    private final Deliveries deliveries;
    private final Sending sending;
    private final HeldBackMail heldBack;
    private final ApplicationEventPublisher events;
    private final StoreAccess access;
    private final Clock clock;
    private final CoalescingQueue<String> lookout;

    /** Of documents whose mail is to be sent later, since when; by the machine's stopwatch, in nanoseconds. */
    private final Map<String, Long> postponed = new ConcurrentHashMap<>();

    private final AtomicBoolean hasMissed = new AtomicBoolean();

    /** Confined to the thread that sends. */
    private Instant unreachableUntil = Instant.MIN;

    @Autowired
    Outbox(
            Deliveries deliveries,
            Sending sending,
            HeldBackMail heldBack,
            ApplicationEventPublisher events,
            StoreAccess access,
            Occupancy occupancy,
            Clock clock) {
        this(deliveries, sending, heldBack, events, access, clock, new SerialWorker("mail"));
        occupancy.follow(this);
    }

    Outbox(
            Deliveries deliveries,
            Sending sending,
            HeldBackMail heldBack,
            ApplicationEventPublisher events,
            StoreAccess access,
            Clock clock,
            SerialWorker thread) {
        super(thread);
        this.deliveries = deliveries;
        this.sending = sending;
        this.heldBack = heldBack;
        this.events = events;
        this.access = access;
        this.clock = clock;
        this.lookout = new CoalescingQueue<>(thread, this::look, MOST_WAITING, this::noteMissed);
    }

    /** Other nodes send what follows from their own writes. */
    @Override
    public void wrote(Holding holding) {}

    /** Whom nobody invites, and nobody has invited until then, owes nobody a mail. */
    @Override
    public void wrote(Holding holding, BookingWrite write) {
        if (write.changed().anyMatch(Outbox::invites)) {
            lookAt(write.root());
        }
    }

    private static boolean invites(Booking booking) {
        return !booking.content().attendees().isEmpty();
    }

    @Override
    public boolean knows(String root, long version) {
        return true;
    }

    /** Looks soon at the bookings of one document. */
    public void lookAt(String root) {
        lookout.add(List.of(root));
    }

    /** Looks for all that was missed: when the program ended before a mail was sent, or another node did. */
    @EventListener(ApplicationReadyEvent.class)
    public void lookAtAll() {
        thread.execute(() -> lookout.add(deliveries.owing()));
    }

    /** Looks for all that was missed, unless nothing can have been: no other node writes, and no look has failed. */
    public void lookForMissed() {
        if (hasMissed.getAndSet(false) || access == StoreAccess.SHARED) {
            lookAtAll();
        }
    }

    /** Has all that was missed looked for before long. */
    public void noteMissed() {
        hasMissed.set(true);
    }

    private void look(String root) {
        boolean isDone = false;
        try {
            send(root);
            isDone = true;
        } finally {
            if (!isDone) {
                noteMissed();
            }
        }
    }

    private void send(String root) {
        Instant now = clock.instant();
        if (now.isBefore(unreachableUntil)) {
            postpone(root, unreachableUntil);
            return;
        }
        Optional<Deliveries.DocumentDeliveries> document =
                deliveries.read(root).filter(Deliveries.DocumentDeliveries::concernsSomebody);
        if (document.isEmpty()) {
            postponed.remove(root);
            return;
        }
        if (!deliveries.claim(root, now, CLAIM)) {
            postpone(root, now.plus(CLAIM));
            return;
        }
        if (access == StoreAccess.SHARED) {
            // Once more: another node may have sent something before the document was ours.
            document = deliveries.read(root);
        }
        document.ifPresent(current -> send(root, current));
    }

    private void postpone(String root, Instant until) {
        if (postponed.size() < MOST_WAITING) {
            postponed.putIfAbsent(root, System.nanoTime());
        }
        events.publishEvent(new MailPostponed(root, until));
    }

    @Override
    public String queueName() {
        return "mail";
    }

    /** Documents whose mail is about to be sent, or waits for a server, a limit or another node. */
    @Override
    public Load load() {
        List<Long> since = List.copyOf(postponed.values());
        return since.stream()
                .min(Comparator.naturalOrder())
                .map(oldest -> new Load(since.size(), Duration.ofNanos(System.nanoTime() - oldest)))
                .orElse(Load.NONE)
                .with(lookout.load());
    }

    /** At the end of the line, if it is only that others have their turn. */
    private void goOn(String root, Instant next) {
        if (next.isAfter(clock.instant())) {
            postpone(root, next);
        } else {
            lookAt(root);
        }
    }

    private void send(String root, Deliveries.DocumentDeliveries document) {
        Sending.SendingRound round = sending.send(document);
        if (round.isUnreachable()) {
            unreachableUntil = clock.instant().plus(BREATHER);
        }
        Optional<Instant> next = round.next();
        if (round.isHeldBack()) {
            heldBack.note(root, next.orElseThrow());
        } else if (document.holdsBack()) {
            heldBack.end(root);
        }
        if (next.isPresent()) {
            deliveries.release(root);
            goOn(root, next.get());
        } else {
            deliveries.settle(root, document.version());
            postponed.remove(root);
        }
    }
}
