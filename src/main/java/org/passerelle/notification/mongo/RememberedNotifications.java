package org.passerelle.notification.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.passerelle.booking.model.BookingId;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.OwedNotification;
import org.passerelle.notification.owed.OwedNotifications;

/**
 * What is owed, kept in memory beside the database by the only program that writes there: the embedded database has no index by
 * time or by booking, and would look through everything for each handful of mails. Whatever fails to be written is read anew.
 */
final class RememberedNotifications implements OwedNotifications {

    private static final Comparator<OwedNotification> BY_CHANGE = Comparator.comparingLong(
                    (OwedNotification owed) -> owed.notification().position())
            .thenComparing(owed -> owed.notification().key());

    private static final Comparator<OwedNotification> BY_TIME =
            Comparator.comparing(OwedNotification::next).thenComparing(BY_CHANGE);

    private final MongoOwedNotifications stored;

    private final Map<String, OwedNotification> byKey = new HashMap<>();
    private final Map<BookingId, NavigableSet<OwedNotification>> byBooking = new HashMap<>();

    /** All, the next to be told first. */
    private final NavigableSet<OwedNotification> byTime = new TreeSet<>(BY_TIME);

    /** Those whose time had not come when somebody last asked. */
    private final NavigableSet<OwedNotification> waiting = new TreeSet<>(BY_TIME);

    /** The others. */
    private final NavigableSet<OwedNotification> ripe = new TreeSet<>(BY_CHANGE);

    private boolean isRead;

    RememberedNotifications(MongoOwedNotifications stored) {
        this.stored = stored;
    }

    @Override
    public synchronized void add(List<BookingNotification> notifications, Instant due) {
        read();
        List<BookingNotification> fresh = notifications.stream()
                .filter(each -> !byKey.containsKey(each.key()))
                .toList();
        write(() -> stored.add(fresh, due));
        fresh.forEach(each -> remember(new OwedNotification(each, 0, due)));
    }

    @Override
    public synchronized List<OwedNotification> due(Instant now, int most) {
        read();
        ripenUntil(now);
        return ripe.stream()
                .filter(each -> !each.next().isAfter(now)) // the clock may have been set back
                .limit(most)
                .toList();
    }

    private void ripenUntil(Instant now) {
        while (!waiting.isEmpty() && !waiting.first().next().isAfter(now)) {
            ripe.add(waiting.pollFirst());
        }
    }

    @Override
    public synchronized List<OwedNotification> about(Collection<BookingId> bookings) {
        read();
        return bookings.stream()
                .distinct()
                .flatMap(booking ->
                        Optional.ofNullable(byBooking.get(booking)).stream().flatMap(Collection::stream))
                .sorted(BY_CHANGE)
                .toList();
    }

    @Override
    public boolean claim(BookingNotification notification, Instant now, Duration length) {
        return stored.claim(notification, now, length);
    }

    @Override
    public synchronized void remove(Collection<BookingNotification> notifications) {
        read();
        write(() -> stored.remove(notifications));
        known(notifications).forEach(this::forget);
    }

    @Override
    public synchronized void postpone(Collection<BookingNotification> notifications, int tries, Instant next) {
        read();
        write(() -> stored.postpone(notifications, tries, next));
        known(notifications).forEach(each -> {
            forget(each);
            remember(new OwedNotification(each.notification(), tries, next));
        });
    }

    @Override
    public synchronized Optional<Instant> next() {
        read();
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.first().next());
    }

    @Override
    public synchronized long count() {
        read();
        return byKey.size();
    }

    private List<OwedNotification> known(Collection<BookingNotification> notifications) {
        return notifications.stream()
                .flatMap(each -> Stream.ofNullable(byKey.get(each.key())))
                .toList();
    }

    private void remember(OwedNotification owed) {
        BookingNotification notification = owed.notification();
        byKey.put(notification.key(), owed);
        byTime.add(owed);
        byBooking
                .computeIfAbsent(notification.booking(), any -> new TreeSet<>(BY_CHANGE))
                .add(owed);
        waiting.add(owed);
    }

    private void forget(OwedNotification owed) {
        BookingNotification notification = owed.notification();
        byKey.remove(notification.key());
        byTime.remove(owed);
        waiting.remove(owed);
        ripe.remove(owed);
        byBooking.computeIfPresent(notification.booking(), (booking, all) -> {
            all.remove(owed);
            return all.isEmpty() ? null : all;
        });
    }

    private void read() {
        if (!isRead) {
            byKey.clear();
            byTime.clear();
            waiting.clear();
            ripe.clear();
            byBooking.clear();
            stored.all().forEach(this::remember);
            isRead = true;
        }
    }

    private void write(Runnable work) {
        isRead = false;
        work.run();
        isRead = true;
    }
}
