package org.passerelle.web.webhooks;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.FeedSubjects;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.directory.Directories;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.passerelle.webhook.model.DeliveryState;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.WebhookDelivery;
import org.passerelle.webhook.model.WebhookHealth.HealthState;
import org.springframework.stereotype.Component;

/** Webhooks and what was sent to them, in the words of their owner. */
@Component
class WebhookLines {

    private final FeedSubjects subjects;
    private final Directories directories;
    private final PageWords words;

    WebhookLines(FeedSubjects subjects, Directories directories, PageWords words) {
        this.subjects = subjects;
        this.directories = directories;
        this.words = words;
    }

    /**
     * One webhook.
     *
     * @param host of its address; the rest may be a secret of the receiver
     * @param name of what it is of
     * @param events in words, one after the other
     * @param lastDelivered for instance {@code Wed 25 Mar, 09:00}
     * @param failingSince likewise
     */
    record WebhookLine(
            String id,
            String host,
            String name,
            FeedScope scope,
            FeedDetail detail,
            String events,
            HealthState state,
            int waiting,
            Optional<String> lastDelivered,
            Optional<String> failingSince) {}

    /**
     * One thing that was sent, or is to be.
     *
     * @param event in words
     * @param at when it happened
     * @param tried when it was sent last
     * @param next when it is sent again, while it waits for that
     */
    record DeliveryLine(
            long number,
            String event,
            String booking,
            String at,
            DeliveryState state,
            Optional<String> problem,
            Optional<String> tried,
            Optional<String> next) {}

    WebhookLine of(Webhook webhook, Person reader, Locale locale) {
        ZoneId zone = ReaderZone.of(reader, directories.current());
        String events = webhook.target().events().stream()
                .sorted()
                .map(event -> words.text("webhooks.event." + event, locale))
                .collect(Collectors.joining(", "));
        return new WebhookLine(
                webhook.id(),
                String.valueOf(webhook.target().url().getHost()),
                subjects.nameOf(webhook.target().subject()),
                webhook.target().subject().scope(),
                webhook.target().detail(),
                events,
                webhook.health().state(),
                webhook.queue().size(),
                webhook.health().lastDelivered().map(moment -> PageWords.moment(moment, zone, locale)),
                webhook.health().failingSince().map(moment -> PageWords.moment(moment, zone, locale)));
    }

    List<DeliveryLine> of(List<WebhookDelivery> deliveries, Person reader, Locale locale) {
        ZoneId zone = ReaderZone.of(reader, directories.current());
        return deliveries.stream().map(each -> line(each, zone, locale)).toList();
    }

    private DeliveryLine line(WebhookDelivery delivery, ZoneId zone, Locale locale) {
        boolean isTriedAgain = delivery.state() == DeliveryState.WAITING
                && delivery.tries().problem().isPresent();
        return new DeliveryLine(
                delivery.number(),
                words.text("webhooks.event." + delivery.event().type(), locale),
                delivery.event().booking().value(),
                PageWords.moment(delivery.event().at(), zone, locale),
                delivery.state(),
                delivery.tries()
                        .problem()
                        .map(why -> words.text(
                                "webhooks.problem." + why,
                                locale,
                                Integer.toString(delivery.tries().status()))),
                delivery.tries().last().map(moment -> PageWords.moment(moment, zone, locale)),
                isTriedAgain ? Optional.of(PageWords.moment(delivery.tries().next(), zone, locale)) : Optional.empty());
    }
}
