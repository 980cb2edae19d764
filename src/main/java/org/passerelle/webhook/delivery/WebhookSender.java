package org.passerelle.webhook.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.calendar.feed.FeedSubjects;
import org.passerelle.directory.Directories;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.http.Deadline;
import org.passerelle.webhook.delivery.WebhookPost.Outcome;
import org.passerelle.webhook.model.BookingEvent;
import org.passerelle.webhook.model.DeliveryState;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.Webhook.WebhookLease;
import org.passerelle.webhook.model.WebhookDelivery;
import org.passerelle.webhook.store.WebhookDocuments;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what waits for a webhook, one thing after the other. One node does so at a time; one that crashes is followed by another
 * when its lease has run out, so that something may be sent twice under the same id, and nothing in the wrong order.
 */
@Component
class WebhookSender {

    private static final Duration LEASE = Duration.ofMinutes(3);

    /** Then others have their turn. */
    private static final Duration TURN = Duration.ofSeconds(20);

    private final WebhookDocuments documents;
    private final ReadingBookings reading;
    private final Accounts accounts;
    private final Directories directories;
    private final FeedSubjects subjects;
    private final BookingJson bookings;
    private final JsonMapper json;
    private final WebhookPost post;
    private final WebhookProperties settings;
    private final StoreAccess access;
    private final Clock clock;

    /** Another at each start. */
    private final String me = UUID.randomUUID().toString();

    private volatile boolean isEnding;

    WebhookSender(
            WebhookDocuments documents,
            ReadingBookings reading,
            Accounts accounts,
            Directories directories,
            FeedSubjects subjects,
            BookingJson bookings,
            JsonMapper json,
            WebhookPost post,
            WebhookProperties settings,
            StoreAccess access,
            Clock clock) {
        this.documents = documents;
        this.reading = reading;
        this.accounts = accounts;
        this.directories = directories;
        this.subjects = subjects;
        this.bookings = bookings;
        this.json = json;
        this.post = post;
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    /** Whether {@link #send} would do something. */
    boolean isDue(Webhook webhook) {
        Instant now = clock.instant();
        return webhook.due(now).isPresent() && isFree(webhook, now);
    }

    /** Where nobody else writes, a lease of another was left by a run before. */
    private boolean isFree(Webhook webhook, Instant now) {
        return access == StoreAccess.EXCLUSIVE || webhook.isFreeFor(me, now);
    }

    /** Sends what is due, for a while; whether anything was tried. */
    boolean send(String id) {
        Optional<Webhook> mine = documents
                .change(id, webhook -> isDue(webhook) ? webhook.leased(lease()) : webhook)
                .filter(webhook -> webhook.isLeasedTo(me));
        Deadline turn = Deadline.in(TURN);
        boolean hasTried = false;
        while (mine.isPresent()) {
            Webhook webhook = mine.get();
            Optional<WebhookDelivery> next = webhook.due(clock.instant());
            if (next.isEmpty() || turn.isOver() || isEnding) {
                documents.change(id, now -> now.isLeasedTo(me) ? now.leased(Optional.empty()) : now);
                return hasTried;
            }
            mine = tried(webhook, next.get()).filter(now -> now.isLeasedTo(me));
            hasTried = true;
        }
        return hasTried;
    }

    private Optional<WebhookLease> lease() {
        return Optional.of(new WebhookLease(me, clock.instant().plus(LEASE)));
    }

    /** The webhook afterwards; empty if there is none any more. */
    private Optional<Webhook> tried(Webhook webhook, WebhookDelivery delivery) {
        Optional<Person> owner = accounts.person(webhook.owner())
                .filter(person -> subjects.isOpenTo(person, webhook.target().subject()));
        if (owner.isEmpty()) {
            documents.remove(webhook.id());
            return Optional.empty();
        }
        BookingEvent event = delivery.event();
        Optional<TellableBooking> booking = reading.find(event.booking())
                .map(each -> tellable(each, owner.get(), webhook))
                .filter(each -> each.tells(event.part()));
        if (booking.isEmpty()) {
            documents.note(webhook.id(), delivery.in(DeliveryState.WITHHELD), clock.instant());
            return mine(webhook, now -> now.dropping(delivery.number()));
        }
        Outcome outcome = post.send(webhook, delivery, body(webhook, event, booking.get()));
        return isEnding && outcome.problem().isPresent() ? Optional.of(webhook) : noted(webhook, delivery, outcome);
    }

    private TellableBooking tellable(Booking booking, Person owner, Webhook webhook) {
        return new TellableBooking(booking, owner, webhook.target().detail(), directories.current());
    }

    private byte[] body(Webhook webhook, BookingEvent event, TellableBooking booking) {
        return json.writeValueAsBytes(new EventBody(
                Long.toString(event.position()),
                event.position(),
                event.type().token(),
                event.at(),
                booking.tells(BookingPart.CONTENT) ? event.version() : null,
                webhook.id(),
                bookings.of(booking.booking(), booking.owner(), booking.detail())));
    }

    /** What is over is written down before it leaves the queue; after a crash in between it is sent once more. */
    private Optional<Webhook> noted(Webhook webhook, WebhookDelivery delivery, Outcome outcome) {
        Instant now = clock.instant();
        if (outcome.problem().isEmpty()) {
            documents.note(webhook.id(), delivery.arrived(outcome.status(), now), now);
            return mine(webhook, each -> each.delivered(delivery.number(), now));
        }
        WebhookDelivery failed =
                delivery.failed(outcome.status(), outcome.problem().get(), now);
        if (!webhook.givesUp(failed, now, settings.patience())) {
            return mine(webhook, each -> each.failing(failed, now, settings.patience()));
        }
        documents.note(webhook.id(), failed.in(DeliveryState.FAILED), now);
        return mine(webhook, each -> each.givingUp(delivery.number(), now, settings.patience()));
    }

    /** Changed, and leased to this node for longer, unless it is another's by now. */
    private Optional<Webhook> mine(Webhook webhook, UnaryOperator<Webhook> change) {
        return documents.change(
                webhook.id(), now -> now.isLeasedTo(me) ? change.apply(now).leased(lease()) : now);
    }

    /** Tries nothing more, and waits for no receiver. */
    void end() {
        isEnding = true;
        post.breakOff();
    }

    void begin() {
        isEnding = false;
    }
}
