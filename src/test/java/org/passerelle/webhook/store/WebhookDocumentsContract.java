package org.passerelle.webhook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.AccountId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.FeedSubject;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.webhook.model.BookingEvent;
import org.passerelle.webhook.model.DeliveryProblem;
import org.passerelle.webhook.model.DeliveryState;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.Webhook.WebhookLease;
import org.passerelle.webhook.model.WebhookDelivery;
import org.passerelle.webhook.model.WebhookEvent;
import org.passerelle.webhook.model.WebhookTarget;

/** A webhook moves on by one write of its document, whoever else writes it; what was sent is kept apart, for a while. */
@FactsOf(WebhookDocuments.class)
public abstract class WebhookDocumentsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");
    private static final PersonId CAMILLE = new AccountId("camille");
    private static final WebhookTarget TARGET = new WebhookTarget(
            URI.create("https://receiver.example.org/p?k=é"),
            EnumSet.of(WebhookEvent.CREATED, WebhookEvent.CHECKED_IN),
            new FeedSubject(FeedScope.ROOM, "melun-seine"),
            FeedDetail.MASKED);
    private static final BookingEvent EVENT = new BookingEvent(
            1_200_003,
            new BookingId("0123456789abcdef0123456789abcdef"),
            WebhookEvent.CREATED,
            BookingPart.OCCUPANCY,
            NINE,
            1);

    private WebhookDocuments webhooks;

    @BeforeEach
    void begin() {
        webhooks = new WebhookDocuments(mongo());
    }

    private static Webhook webhook(String id) {
        return Webhook.fresh(id, CAMILLE, TARGET, 42, NINE);
    }

    @Test
    void findsAWebhookAsItWasLeft() {
        webhooks.add(webhook("a"), 5);
        Webhook changed = webhooks.change(
                        "a",
                        each -> each.queueing(43, List.of(EVENT, EVENT), NINE)
                                .leased(Optional.of(new WebhookLease("node", NINE.plusSeconds(60))))
                                .failing(
                                        WebhookDelivery.waiting(1, EVENT, NINE)
                                                .failed(500, DeliveryProblem.REFUSED, NINE),
                                        NINE,
                                        Duration.ofDays(1)))
                .orElseThrow();

        assertThat(webhooks.find("a")).contains(changed);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.queue()).hasSize(2);
        assertThat(webhooks.all()).containsExactly(changed);
        assertThat(webhooks.ownedBy(CAMILLE)).containsExactly(changed);
        assertThat(webhooks.ownedBy(new AccountId("louis"))).isEmpty();
        assertThat(webhooks.find("b")).isEmpty();
    }

    @Test
    void takesNoMoreThanSoManyOfOnePersonHoweverManyAreAddedAtOnce() {
        List<Boolean> added = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> webhooks.add(webhook("w" + i), 3))
                .toList());

        assertThat(added).filteredOn(each -> each).hasSize(3);
        assertThat(webhooks.ownedBy(CAMILLE)).hasSize(3);
    }

    @Test
    void losesNoChangeOfManyAtOnce() {
        webhooks.add(webhook("a"), 5);

        Together.all(Collections.nCopies(
                8, () -> webhooks.change("a", each -> each.queueing(43, List.of(EVENT), NINE))));

        assertThat(webhooks.find("a").orElseThrow().queue())
                .extracting(WebhookDelivery::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void changesNothingOfWhatIsGoneOrStaysTheSame() {
        webhooks.add(webhook("a"), 5);

        assertThat(webhooks.change("a", each -> each).orElseThrow().version()).isEqualTo(1);
        assertThat(webhooks.change("b", each -> each)).isEmpty();
    }

    @Test
    void keepsWhatWasSentApartAndForgetsIt() {
        webhooks.add(webhook("a"), 5);
        for (long number : LongStream.rangeClosed(1, 4).toArray()) {
            webhooks.note(
                    "a",
                    WebhookDelivery.waiting(number, EVENT, NINE).arrived(204, NINE),
                    NINE.plus(Duration.ofDays(number)));
        }
        webhooks.note("b", WebhookDelivery.waiting(1, EVENT, NINE).in(DeliveryState.FAILED), NINE.plusSeconds(1));
        webhooks.note(
                "a", WebhookDelivery.waiting(2, EVENT, NINE).in(DeliveryState.FAILED), NINE.plus(Duration.ofDays(2)));

        assertThat(webhooks.ended("a", 2, 3))
                .extracting(WebhookDelivery::number)
                .containsExactly(3L, 2L);
        assertThat(webhooks.ended("a", 2, 2))
                .singleElement()
                .extracting(WebhookDelivery::state)
                .isEqualTo(DeliveryState.FAILED);
        webhooks.forgetBefore(NINE.plus(Duration.ofDays(3)));
        assertThat(webhooks.ended("a", 1, 9))
                .extracting(WebhookDelivery::number)
                .containsExactly(4L, 3L);
        assertThat(webhooks.ended("b", 1, 9)).isEmpty();
        assertThat(webhooks.remove("a")).isTrue();
        assertThat(webhooks.remove("a")).isFalse();
        assertThat(documents("webhookDeliveries").countDocuments()).isZero();
    }
}
