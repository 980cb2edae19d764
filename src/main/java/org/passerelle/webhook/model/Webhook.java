package org.passerelle.webhook.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;

/**
 * A webhook as it stands.
 *
 * @param progress how much of the log it has seen
 * @param queue what waits to be sent: of each booking in the order in which it is sent
 * @param lease which node sends now
 * @param version rises with every write of it
 */
public record Webhook(
        String id,
        PersonId owner,
        WebhookTarget target,
        Instant createdAt,
        WebhookProgress progress,
        WebhookHealth health,
        List<WebhookDelivery> queue,
        Optional<WebhookLease> lease,
        long version) {

    /** While so many wait nothing more is taken from the log, which keeps it. */
    public static final int MOST_QUEUED = 100;

    /** What is sent again at somebody's wish comes on top of that. */
    private static final int MOST_WITH_WISHES = 200;

    /**
     * How much of the log it has seen.
     *
     * @param position of the last change that was looked at
     * @param events so many of all changes were for it
     */
    public record WebhookProgress(long position, long events) {}

    /** The right of one node to send, until it runs out. */
    public record WebhookLease(String node, Instant until) {}

    public Webhook {
        queue = List.copyOf(queue);
    }

    /** One that is told of what comes after {@code position}. */
    public static Webhook fresh(String id, PersonId owner, WebhookTarget target, long position, Instant now) {
        return new Webhook(
                id,
                owner,
                target,
                now,
                new WebhookProgress(position, 0),
                WebhookHealth.fresh(now),
                List.of(),
                Optional.empty(),
                1);
    }

    /** How many more events it takes from the log now. */
    public int room() {
        return health.isPaused() ? 0 : Math.max(0, MOST_QUEUED - queue.size());
    }

    /** The log was looked at up to {@code position}; {@code events} of it are for this one. */
    public Webhook queueing(long position, List<BookingEvent> events, Instant now) {
        List<WebhookDelivery> longer = new ArrayList<>(queue);
        long number = progress.events();
        for (BookingEvent event : events) {
            number++;
            longer.add(WebhookDelivery.waiting(number, event, now));
        }
        return with(new WebhookProgress(position, number), health, longer);
    }

    /** What may be sent at {@code now}: the first of its booking, whose pause is over. */
    public Optional<WebhookDelivery> due(Instant now) {
        return health.isPaused() || health.next().isAfter(now)
                ? Optional.empty()
                : firsts().filter(each -> !each.tries().next().isAfter(now)).findFirst();
    }

    /** Since when something could have been sent; empty if nothing waits. */
    public Optional<Instant> nextDue() {
        return health.isPaused()
                ? Optional.empty()
                : firsts().map(each -> each.tries().next())
                        .min(Instant::compareTo)
                        .map(first -> first.isBefore(health.next()) ? health.next() : first);
    }

    private Stream<WebhookDelivery> firsts() {
        Set<BookingId> seen = new HashSet<>();
        return queue.stream().filter(each -> seen.add(each.event().booking()));
    }

    public Optional<WebhookDelivery> queued(long number) {
        return queue.stream().filter(each -> each.number() == number).findFirst();
    }

    /** It was taken. */
    public Webhook delivered(long number, Instant now) {
        return with(progress, health.delivered(now), without(number));
    }

    /** Nobody is told of it. */
    public Webhook dropping(long number) {
        return with(progress, health, without(number));
    }

    /**
     * It was not taken, and waits for another try.
     *
     * @param patience after so long without anything taken nothing more is sent
     */
    public Webhook failing(WebhookDelivery failed, Instant now, Duration patience) {
        return with(progress, health.failed(now, patience), replaced(failed.number(), old -> failed));
    }

    /** Whether {@code failed} was tried for long enough, while the receiver took others, so that those after it come next. */
    public boolean givesUp(WebhookDelivery failed, Instant now, Duration patience) {
        boolean isTried = failed.tries()
                .first()
                .filter(first -> !now.isBefore(first.plus(patience)))
                .isPresent();
        return isTried && !health.failed(now, patience).isPaused();
    }

    /** It was not taken for so long that it is not tried any more. */
    public Webhook givingUp(long number, Instant now, Duration patience) {
        return with(progress, health.failed(now, patience), without(number));
    }

    /** {@code delivery} is sent again as soon as it can be; empty if too much waits. It also ends a pause. */
    public Optional<Webhook> redelivering(WebhookDelivery delivery, Instant now) {
        WebhookDelivery again = delivery.anew(now);
        if (queued(delivery.number()).isPresent()) {
            return Optional.of(with(progress, health.resumed(now), replaced(delivery.number(), old -> again)));
        }
        if (queue.size() >= MOST_WITH_WISHES) {
            return Optional.empty();
        }
        List<WebhookDelivery> longer = new ArrayList<>(queue);
        longer.add(again);
        return Optional.of(with(progress, health.resumed(now), longer));
    }

    /** Ends a pause; all that waits is tried at once. */
    public Webhook resuming(Instant now) {
        List<WebhookDelivery> all = queue.stream().map(each -> each.anew(now)).toList();
        return with(progress, health.resumed(now), all);
    }

    /** Whether {@code node} may send at {@code now}, since no other does. */
    public boolean isFreeFor(String node, Instant now) {
        return lease.filter(held -> !held.node().equals(node) && held.until().isAfter(now))
                .isEmpty();
    }

    public boolean isLeasedTo(String node) {
        return lease.filter(held -> held.node().equals(node)).isPresent();
    }

    public Webhook leased(Optional<WebhookLease> to) {
        return new Webhook(id, owner, target, createdAt, progress, health, queue, to, version);
    }

    private List<WebhookDelivery> without(long number) {
        return queue.stream().filter(each -> each.number() != number).toList();
    }

    private List<WebhookDelivery> replaced(long number, UnaryOperator<WebhookDelivery> by) {
        return queue.stream()
                .map(each -> each.number() == number ? by.apply(each) : each)
                .toList();
    }

    private Webhook with(WebhookProgress seen, WebhookHealth now, List<WebhookDelivery> waiting) {
        return new Webhook(id, owner, target, createdAt, seen, now, waiting, lease, version);
    }

    /** The same, as the next write leaves it. */
    public Webhook atVersion(long stored) {
        return new Webhook(id, owner, target, createdAt, progress, health, queue, lease, stored);
    }
}
