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

    private static final Comparator<Known> BY_CHANGE = Comparator.comparingLong(
                    (Known known) -> known.owed().notification().position())
            .thenComparing(Known::key);

    private static final Comparator<Known> BY_TIME =
            Comparator.comparing((Known known) -> known.owed().next()).thenComparing(BY_CHANGE);

    private final MongoOwedNotifications stored;

    private final Map<String, Known> byKey = new HashMap<>();
    private final Map<BookingId, NavigableSet<Known>> byBooking = new HashMap<>();

    /** All, the next to be told first. */
    private final NavigableSet<Known> byTime = new TreeSet<>(BY_TIME);

    /** Those whose time had not come when somebody last asked. */
    private final NavigableSet<Known> waiting = new TreeSet<>(BY_TIME);

    /** The others. */
    private final NavigableSet<Known> ripe = new TreeSet<>(BY_CHANGE);

    private boolean isRead;

    /** With its key, which is a digest and is asked for a dozen times until the notification is told. */
    private record Known(String key, OwedNotification owed) {

        static Known of(OwedNotification owed) {
            return new Known(owed.notification().key(), owed);
        }
    }

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
        fresh.forEach(each -> remember(Known.of(new OwedNotification(each, 0, due))));
    }

    @Override
    public synchronized List<OwedNotification> due(Instant now, int most) {
        read();
        ripenUntil(now);
        return ripe.stream()
                .map(Known::owed)
                .filter(each -> !each.next().isAfter(now)) // the clock may have been set back
                .limit(most)
                .toList();
    }

    private void ripenUntil(Instant now) {
        while (!waiting.isEmpty() && !waiting.first().owed().next().isAfter(now)) {
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
                .map(Known::owed)
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
            remember(new Known(each.key(), new OwedNotification(each.owed().notification(), tries, next)));
        });
    }

    @Override
    public synchronized Optional<Instant> next() {
        read();
        return byTime.isEmpty()
                ? Optional.empty()
                : Optional.of(byTime.first().owed().next());
    }

    @Override
    public synchronized long count() {
        read();
        return byKey.size();
    }

    private List<Known> known(Collection<BookingNotification> notifications) {
        return notifications.stream()
                .flatMap(each -> Stream.ofNullable(byKey.get(each.key())))
                .toList();
    }

    private void remember(Known known) {
        byKey.put(known.key(), known);
        byTime.add(known);
        byBooking
                .computeIfAbsent(known.owed().notification().booking(), any -> new TreeSet<>(BY_CHANGE))
                .add(known);
        waiting.add(known);
    }

    private void forget(Known known) {
        byKey.remove(known.key());
        byTime.remove(known);
        waiting.remove(known);
        ripe.remove(known);
        byBooking.computeIfPresent(known.owed().notification().booking(), (booking, all) -> {
            all.remove(known);
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
            stored.all().forEach(each -> remember(Known.of(each)));
            isRead = true;
        }
    }

    private void write(Runnable work) {
        isRead = false;
        work.run();
        isRead = true;
    }
}
