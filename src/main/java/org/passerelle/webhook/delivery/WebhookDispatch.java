package org.passerelle.webhook.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.PersonId;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.platform.work.WorkExecutors;
import org.passerelle.platform.work.WorkQueue;
import org.passerelle.platform.work.WorkTimer;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.store.WebhookDocuments;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has webhooks told soon after something changed, and again when a pause is over, on threads of their own: however slow receivers
 * are, they keep nobody but each other waiting, and those of one person no others.
 */
@Component
public class WebhookDispatch implements SmartLifecycle, WorkQueue {

    private static final Duration ROUND = Duration.ofSeconds(5);

    /** Much is often changed at a time. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final int AT_ONCE_OF_ONE_PERSON = 2;

    private final ChangeScan scan;
    private final WebhookSender sender;
    private final WebhookDocuments documents;
    private final WebhookProperties settings;
    private final Clock clock;
    private final Map<String, PersonId> underway = new ConcurrentHashMap<>();
    private final AtomicBoolean isPlanned = new AtomicBoolean();
    private volatile boolean hasWebhooks;
    private @Nullable Running running;

    private record Running(WorkTimer timer, ExecutorService threads) {}

    WebhookDispatch(
            ChangeScan scan,
            WebhookSender sender,
            WebhookDocuments documents,
            WebhookProperties settings,
            ChangeLog log,
            Clock clock) {
        this.scan = scan;
        this.sender = sender;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
        log.whenAppended(() -> {
            // Where there are none, nothing is asked of the store; one that another node made is found in the next
            // round.
            if (hasWebhooks) {
                wake();
            }
        });
    }

    /** Looks soon what there is to be told. */
    public void wake() {
        Optional<Running> now = running();
        if (now.isPresent() && isPlanned.compareAndSet(false, true)) {
            now.get().timer().after(GATHERING, () -> {
                isPlanned.set(false);
                look();
            });
        }
    }

    /** There is a webhook from now on. */
    public void begin() {
        hasWebhooks = true;
        wake();
    }

    private void look() {
        List<Webhook> all = documents.all();
        hasWebhooks = !all.isEmpty();
        if (hasWebhooks) {
            boolean isMore = scan.run(all);
            documents.all().stream().filter(sender::isDue).forEach(this::begin);
            if (isMore) {
                wake();
            }
        }
    }

    private void begin(Webhook webhook) {
        long own = underway.values().stream().filter(webhook.owner()::equals).count();
        Optional<Running> now = running();
        if (now.isPresent()
                && own < AT_ONCE_OF_ONE_PERSON
                && underway.putIfAbsent(webhook.id(), webhook.owner()) == null) {
            now.get().threads().execute(() -> send(webhook.id()));
        }
    }

    private void send(String id) {
        boolean hasTried = false;
        try {
            hasTried = sender.send(id);
        } finally {
            underway.remove(id);
        }
        if (hasTried) {
            wake();
        }
    }

    private synchronized Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            sender.begin();
            isPlanned.set(false);
            running = new Running(new WorkTimer("webhooks"), WorkExecutors.pool("webhook-delivery", settings.atOnce()));
            running.timer().every(GATHERING, ROUND, this::look);
        }
    }

    /** What a receiver has not answered by now is sent again after the next start. */
    @Override
    public void stop() {
        Optional<Running> ending = running();
        synchronized (this) {
            running = null;
        }
        ending.ifPresent(this::end);
    }

    private void end(Running ending) {
        sender.end();
        ending.timer().stop(LONGEST_END);
        ending.threads().shutdown();
        try {
            ending.threads().awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        underway.clear();
    }

    @Override
    public boolean isRunning() {
        return running().isPresent();
    }

    @Override
    public String queueName() {
        return "webhooks";
    }

    @Override
    public Load load() {
        if (!hasWebhooks) {
            return Load.NONE;
        }
        List<Webhook> sending = documents.all().stream()
                .filter(each -> !each.health().isPaused())
                .toList();
        int length = sending.stream().mapToInt(each -> each.queue().size()).sum();
        Instant now = clock.instant();
        Instant oldest = sending.stream()
                .flatMap(each -> each.queue().stream())
                .map(each -> each.event().at())
                .min(Instant::compareTo)
                .orElse(now);
        return length == 0 ? Load.NONE : new Load(length, Duration.between(oldest, now));
    }
}
