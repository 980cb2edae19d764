package org.passerelle.webhook;

import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.calendar.feed.FeedSubjects;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.http.PublicAddresses;
import org.passerelle.platform.work.WorkRefused;
import org.passerelle.webhook.WebhookResult.WebhookMade;
import org.passerelle.webhook.WebhookResult.WebhookRefused;
import org.passerelle.webhook.delivery.WebhookDispatch;
import org.passerelle.webhook.delivery.WebhookProperties;
import org.passerelle.webhook.delivery.WebhookSecrets;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.WebhookDelivery;
import org.passerelle.webhook.model.WebhookTarget;
import org.passerelle.webhook.store.WebhookDocuments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Everybody's own webhooks: made, looked at, sent again, ended. */
@Component
public class Webhooks {

    private static final int ID_BITS = 128;
    private static final Duration ANOTHER_TRY = Duration.ofMinutes(1);

    private final WebhookDocuments documents;
    private final WebhookSecrets secrets;
    private final WebhookDispatch dispatch;
    private final WebhookProperties settings;
    private final FeedSubjects subjects;
    private final ChangeLog log;
    private final Clock clock;

    Webhooks(
            WebhookDocuments documents,
            WebhookSecrets secrets,
            WebhookDispatch dispatch,
            WebhookProperties settings,
            FeedSubjects subjects,
            ChangeLog log,
            Clock clock) {
        this.documents = documents;
        this.secrets = secrets;
        this.dispatch = dispatch;
        this.settings = settings;
        this.subjects = subjects;
        this.log = log;
        this.clock = clock;
    }

    /** Makes a webhook, which is told of what changes from now on. Looks up the host of its address. */
    public WebhookResult make(Person owner, WebhookTarget target) {
        if (!subjects.isOpenTo(owner, target.subject())) {
            return new WebhookRefused(WebhookRefusal.NOT_YOURS);
        }
        if (subjects.source(target.subject()).isEmpty()) {
            return new WebhookRefused(WebhookRefusal.UNKNOWN);
        }
        if (isPrivate(target.url().getHost())) {
            return new WebhookRefused(WebhookRefusal.PRIVATE_ADDRESS);
        }
        Webhook made = Webhook.fresh(Digests.randomText(ID_BITS), owner.id(), target, log.last(), now());
        if (!documents.add(made, settings.perPerson())) {
            return new WebhookRefused(WebhookRefusal.TOO_MANY);
        }
        dispatch.begin();
        return new WebhookMade(made, secrets.of(made.id()));
    }

    /** So that whoever mistakes an address learns it at once; what the name means later is found out at every delivery. */
    private boolean isPrivate(String host) {
        try {
            new PublicAddresses(settings.allowPrivateAddresses()).resolve(host);
            return false;
        } catch (PublicAddresses.PrivateAddress e) {
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** One's own, oldest first. */
    public List<Webhook> of(PersonId owner) {
        return documents.ownedBy(owner);
    }

    /** Those of anybody that send nothing until their owner says so. */
    public List<Webhook> paused() {
        return documents.all().stream()
                .filter(webhook -> webhook.health().isPaused())
                .toList();
    }

    /** Empty if {@code owner} has none of that id. */
    public Optional<Webhook> find(PersonId owner, String id) {
        return documents.find(id).filter(webhook -> webhook.owner().equals(owner));
    }

    /** Nothing more is told, not even what waits; false if {@code owner} has none of that id. */
    public boolean end(PersonId owner, String id) {
        return find(owner, id).isPresent() && documents.remove(id);
    }

    /**
     * What was sent and what waits, the newest first: what is over is kept for a month.
     *
     * @param before numbers below this one; {@link Long#MAX_VALUE} for the newest
     * @param most so many numbers are looked at
     */
    public List<WebhookDelivery> deliveries(Webhook webhook, long before, int most) {
        long to = Math.min(before - 1, webhook.progress().events());
        long from = Math.max(1, to - most + 1);
        if (to < 1) {
            return List.of();
        }
        List<WebhookDelivery> all = new ArrayList<>();
        webhook.queue().stream()
                .filter(each -> each.number() >= from && each.number() <= to)
                .forEach(all::add);
        documents.ended(webhook.id(), from, to).stream()
                .filter(each -> webhook.queued(each.number()).isEmpty())
                .forEach(all::add);
        all.sort(Comparator.comparing(WebhookDelivery::number).reversed());
        return all;
    }

    /**
     * Has something sent once more, whether it arrived or not, after what waits of its booking; also ends a pause.
     *
     * @return how it stands now; empty if {@code owner} has no such webhook, or nothing is known of such a delivery any more
     * @throws WorkRefused if too much waits
     */
    public Optional<WebhookDelivery> redeliver(PersonId owner, String id, long number) {
        Optional<WebhookDelivery> known = find(owner, id)
                .flatMap(webhook -> deliveries(webhook, number == Long.MAX_VALUE ? number : number + 1, 1).stream()
                        .findFirst());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Optional<Webhook> changed = documents.change(
                id,
                webhook -> webhook.redelivering(known.get(), now()).orElseThrow(() -> new WorkRefused(ANOTHER_TRY)));
        dispatch.wake();
        return changed.flatMap(webhook -> webhook.queued(number));
    }

    /** Has all that waits tried at once, and ends a pause; empty if {@code owner} has none of that id. */
    public Optional<Webhook> resume(PersonId owner, String id) {
        Optional<Webhook> resumed = find(owner, id).flatMap(own -> documents.change(id, each -> each.resuming(now())));
        dispatch.wake();
        return resumed;
    }

    /** Of what was over before {@code before} nothing is known any more. */
    public void forgetDeliveriesBefore(Instant before) {
        documents.forgetBefore(before);
    }

    /** They were dead already, as their owner is gone; nothing is kept of them. */
    @EventListener
    void on(AccountEnded ended) {
        documents.ownedBy(ended.id()).forEach(webhook -> documents.remove(webhook.id()));
    }
}
