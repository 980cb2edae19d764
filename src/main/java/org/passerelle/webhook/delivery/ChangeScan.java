package org.passerelle.webhook.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.feed.FeedSubjects;
import org.passerelle.calendar.feed.cache.FeedSource;
import org.passerelle.directory.Directories;
import org.passerelle.webhook.model.BookingEvent;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.store.WebhookDocuments;
import org.springframework.stereotype.Component;

/**
 * Finds in the change log what webhooks are to be told. The log is the queue: each webhook knows how far it has looked, and takes
 * no more while enough waits, so that a receiver that is down costs nothing but its place in the log. What it takes and how far it
 * has looked are one write, so a crash in between changes nothing; two nodes that look at once find the same, and one is heard.
 */
@Component
class ChangeScan {

    private static final int CHANGES_AT_ONCE = 500;

    /** Looking in vain is written down now and then only; until then it is repeated after a start. */
    private static final Duration NOTED = Duration.ofMinutes(10);

    private final ChangeLog log;
    private final ReadingBookings reading;
    private final Accounts accounts;
    private final Directories directories;
    private final FeedSubjects subjects;
    private final WebhookDocuments documents;
    private final Clock clock;

    /** How far each has looked in vain. */
    private final Map<String, Looked> looked = new ConcurrentHashMap<>();

    private record Looked(long position, Instant noted) {}

    ChangeScan(
            ChangeLog log,
            ReadingBookings reading,
            Accounts accounts,
            Directories directories,
            FeedSubjects subjects,
            WebhookDocuments documents,
            Clock clock) {
        this.log = log;
        this.reading = reading;
        this.accounts = accounts;
        this.directories = directories;
        this.subjects = subjects;
        this.documents = documents;
        this.clock = clock;
    }

    /** Queues what {@code webhooks} have not seen yet; whether there may be more. */
    boolean run(List<Webhook> webhooks) {
        looked.keySet().retainAll(webhooks.stream().map(Webhook::id).collect(Collectors.toSet()));
        Map<Long, List<Webhook>> byPosition = webhooks.stream()
                .filter(webhook -> webhook.room() > 0)
                .collect(Collectors.groupingBy(this::seen, TreeMap::new, Collectors.toList()));
        boolean isMore = false;
        for (Map.Entry<Long, List<Webhook>> group : byPosition.entrySet()) {
            List<ChangeLog.Entry> entries = log.after(group.getKey(), CHANGES_AT_ONCE);
            if (!entries.isEmpty()) {
                ChangeBatch batch = ChangeBatch.of(entries, reading, directories.current());
                group.getValue().forEach(webhook -> look(webhook, batch));
                isMore |= entries.size() == CHANGES_AT_ONCE;
            }
        }
        return isMore;
    }

    private long seen(Webhook webhook) {
        Looked vainly = looked.get(webhook.id());
        return Math.max(webhook.progress().position(), vainly == null ? 0 : vainly.position());
    }

    private void look(Webhook webhook, ChangeBatch batch) {
        Optional<Person> owner = accounts.person(webhook.owner())
                .filter(person -> subjects.isOpenTo(person, webhook.target().subject()));
        if (owner.isEmpty()) {
            documents.remove(webhook.id());
            return;
        }
        Optional<FeedSource> source = subjects.source(webhook.target().subject());
        List<BookingEvent> events = new ArrayList<>();
        long end = batch.end();
        for (ChangeLog.Entry entry : batch.entries()) {
            source.flatMap(from -> event(entry, batch, webhook, owner.get(), from))
                    .ifPresent(events::add);
            if (events.size() == webhook.room()) {
                end = entry.position();
                break;
            }
        }
        if (events.isEmpty()) {
            lookedInVain(webhook, end);
        } else {
            commit(webhook, end, events);
        }
    }

    private static Optional<BookingEvent> event(
            ChangeLog.Entry entry, ChangeBatch batch, Webhook webhook, Person owner, FeedSource source) {
        Optional<Booking> booking = batch.booking(entry);
        if (booking.isEmpty() || Collections.disjoint(batch.keys(entry, booking.get()), source.keys())) {
            return Optional.empty();
        }
        return new TellableBooking(booking.get(), owner, webhook.target().detail(), batch.directory())
                .event(entry)
                .filter(event -> webhook.target().events().contains(event.type()));
    }

    private void lookedInVain(Webhook webhook, long end) {
        Instant now = clock.instant();
        Looked before = looked.get(webhook.id());
        boolean isNoted = before != null && now.isAfter(before.noted().plus(NOTED));
        if (isNoted) {
            commit(webhook, end, List.of());
        }
        looked.put(webhook.id(), new Looked(end, before == null || isNoted ? now : before.noted()));
    }

    /** Nothing, if another node has looked meanwhile. */
    private void commit(Webhook webhook, long end, List<BookingEvent> events) {
        documents.change(
                webhook.id(),
                now -> now.progress().equals(webhook.progress()) ? now.queueing(end, events, clock.instant()) : now);
    }
}
