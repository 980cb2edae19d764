package org.passerelle.api.webhook;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.api.Fields;
import org.passerelle.api.Forbidden;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.calendar.feed.FeedSubjects;
import org.passerelle.platform.work.RemoteCall;
import org.passerelle.security.CurrentPerson;
import org.passerelle.webhook.WebhookResult;
import org.passerelle.webhook.Webhooks;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.WebhookDelivery;
import org.passerelle.webhook.model.WebhookTarget;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own webhooks, and what was sent to them. Somebody else's is as unknown as none. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksController {

    private static final String DELIVERIES = "webhook-deliveries";

    private final Webhooks webhooks;
    private final FeedSubjects subjects;

    WebhooksController(Webhooks webhooks, FeedSubjects subjects) {
        this.webhooks = webhooks;
        this.subjects = subjects;
    }

    /** @param secret shown this once */
    record NewWebhook(String id, String secret) {}

    @Operation(summary = "Has a program told of what happens to bookings; the secret that signs is shown this once.")
    @RemoteCall
    @PostMapping
    ResponseEntity<NewWebhook> create(@CurrentPerson Person person, @RequestBody WebhookRequest request) {
        WebhookTarget target = request.target(subjects);
        WebhookResult result = webhooks.make(person, target);
        if (result instanceof WebhookResult.WebhookMade made) {
            String id = made.webhook().id();
            return ResponseEntity.created(URI.create("/api/v1/webhooks/" + id)).body(new NewWebhook(id, made.secret()));
        }
        throw switch (((WebhookResult.WebhookRefused) result).why()) {
            case NOT_YOURS -> new Forbidden("webhook of " + request.scope());
            case UNKNOWN -> new InvalidRequest("of", "feed.unknown");
            case PRIVATE_ADDRESS -> new InvalidRequest("url", "webhook.private");
            case TOO_MANY -> new InvalidRequest("", "webhook.too-many");
        };
    }

    @Operation(summary = "Lists your webhooks, without their secrets.")
    @GetMapping
    Page<WebhookView> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<WebhookView> all = webhooks.of(person.id()).stream()
                .map(this::view)
                .sorted(Comparator.comparing(WebhookView::id))
                .toList();
        return Page.of("webhooks", all, WebhookView::id, limit, cursor);
    }

    @Operation(summary = "Shows a webhook of yours.")
    @GetMapping("/{id}")
    WebhookView one(@CurrentPerson Person person, @PathVariable String id) {
        return view(webhook(person.id(), id));
    }

    @Operation(summary = "Ends a webhook; nothing more is sent.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@CurrentPerson Person person, @PathVariable String id) {
        if (!webhooks.end(person.id(), id)) {
            throw new NotFound("webhook " + id);
        }
    }

    /** All that waits is tried at once; a webhook that has paused goes on. */
    @Operation(summary = "Tries at once all that waits, and ends a pause.")
    @PostMapping("/{id}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WebhookView resume(@CurrentPerson Person person, @PathVariable String id) {
        return webhooks.resume(person.id(), id).map(this::view).orElseThrow(() -> new NotFound("webhook " + id));
    }

    @Operation(summary = "Lists what was sent to a webhook and what waits, the newest first.")
    @GetMapping("/{id}/deliveries")
    Page<DeliveryView> deliveries(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.requireLimit(limit);
        Webhook webhook = webhook(person.id(), id);
        String list = DELIVERIES + id;
        long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(Page.keyIn(list, cursor));
        List<WebhookDelivery> some = webhooks.deliveries(webhook, before, limit);
        long last = some.isEmpty() ? 1 : some.get(some.size() - 1).number();
        return new Page<>(
                some.stream().map(DeliveryView::of).toList(),
                last > 1 ? Page.cursorAt(list, Long.toString(last)) : null);
    }

    @Operation(summary = "Sends something once more.")
    @PostMapping("/{id}/deliveries/{delivery}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView redeliver(@CurrentPerson Person person, @PathVariable String id, @PathVariable String delivery) {
        return number(delivery)
                .flatMap(number -> webhooks.redeliver(person.id(), id, number))
                .map(DeliveryView::of)
                .orElseThrow(() -> new NotFound("delivery " + delivery + " of webhook " + id));
    }

    private static Optional<Long> number(String text) {
        return Fields.quietly(text, Long::valueOf);
    }

    private Webhook webhook(PersonId owner, String id) {
        return webhooks.find(owner, id).orElseThrow(() -> new NotFound("webhook " + id));
    }

    private WebhookView view(Webhook webhook) {
        return WebhookView.of(webhook, subjects.called(webhook.target().subject()));
    }
}
