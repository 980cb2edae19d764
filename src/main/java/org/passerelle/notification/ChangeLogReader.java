package org.passerelle.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.mail.RetryPauses;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.LogPosition;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.owed.OwedNotifications;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the change log and notes what is owed to whom. What is owed is stored before the position moves on, each under a name
 * that follows from the change: after a crash, or beside another node, the same is found again and is there already.
 */
@Component
class ChangeLogReader {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeLogReader.class);
    private static final int AT_ONCE = 200;

    /** How long another node leaves the reading to this one, which takes some milliseconds, unless it has crashed. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    /** A hold is an offer once the waitlist has noted it, which takes it a moment. */
    private static final Duration UNTIL_OFFERED = Duration.ofSeconds(5);

    /** Of what waits for a mail server that is away. Beyond it nothing is confirmed, and beyond twice as much nothing is noted. */
    private static final int MOST_OWED = 20_000;

    private final ChangeLog log;
    private final LogPosition position;
    private final OwedNotifications owed;
    private final NotificationPlanner planner;
    private final SpentConfirmations spent;
    private final RecentBookings recent;
    private final StoreAccess access;
    private final Clock clock;

    ChangeLogReader(
            ChangeLog log,
            LogPosition position,
            OwedNotifications owed,
            NotificationPlanner planner,
            SpentConfirmations spent,
            RecentBookings recent,
            StoreAccess access,
            Clock clock) {
        this.log = log;
        this.position = position;
        this.owed = owed;
        this.planner = planner;
        this.spent = spent;
        this.recent = recent;
        this.access = access;
        this.clock = clock;
    }

    /** Has {@code listener} told when there may be something to read. */
    void whenAppended(Runnable listener) {
        log.whenAppended(listener);
    }

    /** Reads all that was not read yet; leaves it to another node that is at it. */
    void readOn() {
        if (access == StoreAccess.EXCLUSIVE) {
            readOnWhile(() -> true);
        } else if (!log.after(position.read(), 1).isEmpty() && isMine()) {
            try {
                readOnWhile(this::isMine);
            } finally {
                position.release();
            }
        }
    }

    private boolean isMine() {
        return position.claim(clock.instant(), CLAIM);
    }

    private void readOnWhile(BooleanSupplier isMine) {
        long from = position.read();
        List<ChangeLog.Entry> some = log.after(from, AT_ONCE);
        while (!some.isEmpty() && isMine.getAsBoolean()) {
            note(some);
            long to = some.get(some.size() - 1).position();
            position.advance(from, to);
            from = to;
            // What is appended from now on has this read once more.
            some = some.size() < AT_ONCE ? List.of() : log.after(from, AT_ONCE);
        }
    }

    private void note(List<ChangeLog.Entry> entries) {
        Instant now = clock.instant();
        Instant oldest = now.minus(RetryPauses.LONGEST);
        List<ChangeLog.Entry> news = entries.stream()
                .filter(entry -> entry.change().at().isAfter(oldest))
                .toList();
        Map<BookingId, Booking> bookings = bookings(news);
        List<BookingNotification> notifications = new ArrayList<>();
        for (ChangeLog.Entry entry : news) {
            Optional.ofNullable(bookings.get(entry.change().booking()))
                    .ifPresent(booking -> notifications.addAll(planned(entry, booking)));
        }
        List<BookingNotification> bounded = bounded(notifications);
        owed.add(of(bounded, false), now);
        owed.add(of(bounded, true), now.plus(UNTIL_OFFERED));
    }

    private static List<BookingNotification> of(List<BookingNotification> all, boolean areOffers) {
        return all.stream()
                .filter(each -> (each.kind() == NotificationKind.OFFERED) == areOffers)
                .toList();
    }

    private Map<BookingId, Booking> bookings(List<ChangeLog.Entry> entries) {
        Map<String, Long> versions = new HashMap<>();
        for (ChangeLog.Entry entry : entries) {
            LoggedChange change = entry.change();
            versions.merge(change.booking().root(), change.version(), Math::max);
        }
        return recent.at(versions);
    }

    /** A change that cannot be read leaves the others to be told. */
    private List<BookingNotification> planned(ChangeLog.Entry entry, Booking booking) {
        try {
            return planner.of(entry, booking).stream()
                    .filter(each -> !spent.contain(each, booking))
                    .toList();
        } catch (RuntimeException unforeseen) {
            if (StoreFailure.isIn(unforeseen)) {
                throw unforeseen;
            }
            WorkFailures.note("notifications");
            LOG.warn("A change of booking {} is told to nobody", booking.id(), unforeseen);
            return List.of();
        }
    }

    private List<BookingNotification> bounded(List<BookingNotification> notifications) {
        long present = notifications.isEmpty() ? 0 : owed.count();
        if (present < MOST_OWED) {
            return notifications;
        }
        LOG.warn(
                "{} notifications wait for the mail server: of {} more some are left out",
                present,
                notifications.size());
        return present < 2L * MOST_OWED
                ? notifications.stream()
                        .filter(each -> !each.kind().isCourtesy())
                        .toList()
                : List.of();
    }
}
