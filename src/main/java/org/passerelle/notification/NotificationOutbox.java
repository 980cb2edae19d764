package org.passerelle.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.passerelle.booking.model.BookingId;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.OwedNotification;
import org.passerelle.notification.owed.OwedNotifications;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.OwnThread;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads what happened and tells it, on a thread of its own: after changes, at each start, and when something is to be tried again. */
@Component
class NotificationOutbox extends OwnThread implements WorkQueue {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationOutbox.class);
    private static final String NAME = "notifications";
    private static final int AT_ONCE = 200;

    /** Among so many whose time has come people take turns. */
    private static final int IN_TURNS = 2_000;

    /** While the server is away, no mail is tried; each would wait for it anew. */
    private static final Duration BREATHER = Duration.ofSeconds(30);

    private static final Duration CLAIM = Duration.ofMinutes(5);

    /** So many are told at once; when there are more, {@link SendingPace} lets whoever books meanwhile go first. */
    private static final int UNPACED = 20;

    /** Falling asleep and waking take longer than finding out that something is told to nobody. */
    private static final Duration SHORTEST_REST = Duration.ofMillis(10);

    private final ChangeLogReader reader;
    private final OwedNotifications owed;
    private final NotificationSending sending;
    private final StoreAccess access;
    private final Clock clock;
    private final CoalescingQueue<String> lookout;
    private final SendingPace pace = new SendingPace(System::nanoTime);

    /** When there is something to try again; {@link Instant#MAX} while nothing is owed. */
    private volatile Instant next = Instant.MIN;

    /** Confined to the thread that sends. */
    private Instant unreachableUntil = Instant.MIN;

    @Autowired
    NotificationOutbox(
            ChangeLogReader reader,
            OwedNotifications owed,
            NotificationSending sending,
            StoreAccess access,
            Clock clock) {
        this(reader, owed, sending, access, clock, new SerialWorker(NAME));
    }

    NotificationOutbox(
            ChangeLogReader reader,
            OwedNotifications owed,
            NotificationSending sending,
            StoreAccess access,
            Clock clock,
            SerialWorker thread) {
        super(thread);
        this.reader = reader;
        this.owed = owed;
        this.sending = sending;
        this.access = access;
        this.clock = clock;
        this.lookout = new CoalescingQueue<>(thread, name -> look());
        reader.whenAppended(() -> {
            pace.noteBooking();
            lookSoon();
        });
    }

    /** What was written, or could not be told, before the program ended. */
    @EventListener(ApplicationReadyEvent.class)
    void lookSoon() {
        lookout.add(List.of(NAME));
    }

    /** Tries again what is due; reads what another node wrote that has ended since. */
    void lookIfDue() {
        if (access == StoreAccess.SHARED || !clock.instant().isBefore(next)) {
            lookSoon();
        }
    }

    private void look() {
        next = Instant.MIN; // if this fails, it is tried again
        reader.readOn();
        sendDue();
        Instant earliest = owed.next().orElse(Instant.MAX);
        next = earliest.isBefore(unreachableUntil) ? unreachableUntil : earliest;
    }

    private void sendDue() {
        Set<String> seen = new HashSet<>();
        long rest = 0;
        boolean goesOn = true;
        while (goesOn && !clock.instant().isBefore(unreachableUntil)) {
            goesOn = false;
            List<OwedNotification> some = FairTurns.of(owed.due(clock.instant(), IN_TURNS), AT_ONCE);
            Map<BookingId, List<OwedNotification>> about = about(some);
            for (OwedNotification due : some) {
                BookingNotification notification = due.notification();
                boolean isFirst = seen.add(notification.booking() + " " + notification.to() + " "
                        + notification.kind().strand());
                goesOn |= isFirst;
                long begun = System.nanoTime();
                if (isFirst
                        && isMine(notification)
                        && !isHandled(notification, about.getOrDefault(notification.booking(), List.of()))) {
                    unreachableUntil = clock.instant().plus(BREATHER);
                    break;
                }
                if (seen.size() > UNPACED && thread.isRunning()) {
                    rest += pace.restAfter(System.nanoTime() - begun);
                    if (rest >= SHORTEST_REST.toNanos()) {
                        LockSupport.parkNanos(rest);
                        rest = 0;
                    }
                }
            }
            sending.forgetDropped();
        }
    }

    /** What is owed about the bookings of some. */
    private Map<BookingId, List<OwedNotification>> about(List<OwedNotification> some) {
        Set<BookingId> bookings =
                some.stream().map(each -> each.notification().booking()).collect(Collectors.toSet());
        return bookings.isEmpty()
                ? Map.of()
                : owed.about(bookings).stream()
                        .collect(Collectors.groupingBy(
                                each -> each.notification().booking()));
    }

    private boolean isMine(BookingNotification notification) {
        return access == StoreAccess.EXCLUSIVE || owed.claim(notification, clock.instant(), CLAIM);
    }

    /** False if there is nobody to hand mail to. One that cannot be made holds up no other. */
    private boolean isHandled(BookingNotification notification, List<OwedNotification> about) {
        try {
            return sending.send(notification, about);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            if (StoreFailure.isIn(unforeseen)) {
                throw unforeseen;
            }
            WorkFailures.note(NAME);
            LOG.warn(
                    "A notification about booking {} failed for a reason that nobody foresaw",
                    notification.booking(),
                    unforeseen);
            sending.failed(notification, about);
            return true;
        }
    }

    @Override
    public String queueName() {
        return NAME;
    }

    /** What is owed, whether its time has come or it waits for a server or a limit. */
    @Override
    public Load load() {
        Instant now = clock.instant();
        Duration age = owed.due(now, 1).stream()
                .findFirst()
                .map(first -> Duration.between(first.next(), now))
                .orElse(Duration.ZERO);
        return new Load((int) Math.min(Integer.MAX_VALUE, owed.count()), age).with(lookout.load());
    }
}
