package org.passerelle.api.webhook;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.FeedSubject;
import org.passerelle.calendar.feed.FeedSubjects;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.platform.http.WebAddress;
import org.passerelle.webhook.model.WebhookEvent;
import org.passerelle.webhook.model.WebhookTarget;

/**
 * Who is to be told of what.
 *
 * @param url of http or https, on the public Internet
 * @param events at least one
 * @param of the id of a room, site, operator or organisation, or a person's address
 * @param detail {@code FULL} unless said
 */
record WebhookRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String url,

        @ArraySchema(
                arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED),
                schema = @Schema(example = "booking.created"))
        @Nullable
        List<@Nullable String> events,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"ROOM", "SITE", "OPERATOR", "ORGANISATION", "PERSON"})
        @Nullable
        FeedScope scope,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String of,

        @Nullable FeedDetail detail) {

    /** @throws org.passerelle.api.InvalidRequest if a field cannot be read */
    WebhookTarget target(FeedSubjects subjects) {
        Fields fields = new Fields();
        Optional<URI> address = fields.parsed("url", url, WebAddress::parse, "webhook.url");
        Set<WebhookEvent> told = told(fields);
        if (scope == null) {
            fields.refuse("scope", "field.missing");
        }
        Optional<FeedSubject> subject = Optional.ofNullable(scope)
                .flatMap(kind -> fields.parsed("of", of, name -> subjects.subject(kind, name), "feed.unknown"));
        fields.requireNone();
        return new WebhookTarget(
                address.orElseThrow(),
                told,
                subject.orElseThrow(),
                Optional.ofNullable(detail).orElse(FeedDetail.FULL));
    }

    private Set<WebhookEvent> told(Fields fields) {
        Set<WebhookEvent> told = EnumSet.noneOf(WebhookEvent.class);
        if (events == null || events.isEmpty()) {
            fields.refuse("events", "webhook.events");
            return told;
        }
        for (int i = 0; i < events.size(); i++) {
            Optional<WebhookEvent> event = Optional.ofNullable(events.get(i)).flatMap(WebhookEvent::parse);
            if (event.isEmpty()) {
                fields.refuse("events[" + i + "]", "webhook.event");
            }
            event.ifPresent(told::add);
        }
        return told;
    }
}
