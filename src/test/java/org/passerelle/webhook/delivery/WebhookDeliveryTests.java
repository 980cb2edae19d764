package org.passerelle.webhook.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.SEINE;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Together;
import org.passerelle.booking.Orders;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.platform.StoreAccess;
import org.passerelle.webhook.model.DeliveryProblem;
import org.passerelle.webhook.model.DeliveryState;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.WebhookDelivery;
import org.passerelle.webhook.model.WebhookHealth.HealthState;
import tools.jackson.databind.JsonNode;

/** Whatever receivers do, each is told everything, of each booking in order, and nobody else waits. */
class WebhookDeliveryTests {

    private WebhookBench bench;
    private WebhookBench.Node node;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new WebhookBench(folder);
        node = bench.node();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void later(Duration time) {
        bench.desk.clock.advance(time);
        node.work();
    }

    @Test
    void aReceiverIsToldWhatHappenedInOrderUnderASignatureThatAnybodyCanCheck() throws GeneralSecurityException {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        Booking booking = bench.booked(CAMILLE, SEINE, "Revue", "2026-04-01T09:00");
        bench.renamed(booking, CAMILLE, "Revue bis");
        done(bench.desk.cancel(booking, CAMILLE));

        node.work();

        assertThat(bench.about(booking)).containsExactly("created 1", "changed 2", "cancelled 3");
        List<Long> order =
                bench.bodies().stream().map(body -> body.get("order").asLong()).toList();
        assertThat(order).isSorted().doesNotHaveDuplicates();
        JsonNode first = bench.bodies().get(0);
        assertThat(first.get("id").asString()).isEqualTo(Long.toString(order.get(0)));
        assertThat(first.get("webhook").asString()).isEqualTo(webhook.id());
        assertThat(first.get("at").asString()).isEqualTo("2026-03-25T09:00:00Z");
        for (LoggedRequest request : bench.received) {
            assertThat(isSigned(request, bench.secrets.of(webhook.id()))).isTrue();
            assertThat(isSigned(request, bench.secrets.of("another"))).isFalse();
        }
        assertThat(bench.stored(webhook).queue()).isEmpty();
        assertThat(bench.webhooks.ended(webhook.id(), 1, 9))
                .extracting(WebhookDelivery::state)
                .containsExactly(DeliveryState.DELIVERED, DeliveryState.DELIVERED, DeliveryState.DELIVERED);
    }

    /** As a receiver does it, with nothing of ours. */
    private static boolean isSigned(LoggedRequest request, String secret) throws GeneralSecurityException {
        Matcher parts =
                Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})").matcher(request.getHeader("Passerelle-Signature"));
        assertThat(parts.matches()).isTrue();
        assertThat(parts.group(1)).isEqualTo("1774429200"); // 25 March 2026, 09:00 UTC
        String signed = parts.group(1) + "." + new String(request.getBody(), StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of()
                .formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)))
                .equals(parts.group(2));
    }

    @Test
    void whatFailsForOneBookingHoldsUpThatBookingAlone() {
        bench.ofRoom(CAMILLE, SEINE);
        Booking poison = bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");
        Booking other = bench.booked(CAMILLE, SEINE, "Deux", "2026-04-01T11:00");
        bench.answering(poison, 500);
        bench.renamed(poison, CAMILLE, "Un bis");
        bench.renamed(other, CAMILLE, "Deux bis");

        node.work();

        assertThat(bench.about(poison)).containsExactly("created 1");
        assertThat(bench.about(other)).containsExactly("created 1", "changed 2");
        bench.received.clear();
        bench.answering(200);
        later(Duration.ofSeconds(9));
        assertThat(bench.received).isEmpty();
        later(Duration.ofSeconds(1));
        assertThat(bench.about(poison)).containsExactly("created 1", "changed 2");
        assertThat(bench.about(other)).isEmpty();
    }

    @Test
    void aReceiverThatIsDownIsTriedAfterPausesThatGrowAndThenToldEverything() {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        bench.answering(503);
        Booking booking = bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");
        bench.renamed(booking, CAMILLE, "Un bis");

        List<Long> tries = new ArrayList<>();
        for (int second = 0; second < 1_400; second += 5) {
            int before = bench.received.size();
            node.work();
            if (bench.received.size() > before) {
                tries.add((long) second);
            }
            bench.desk.clock.advance(Duration.ofSeconds(5));
        }

        assertThat(tries).containsExactly(0L, 10L, 30L, 70L, 150L, 310L, 630L, 1270L);
        Webhook failing = bench.stored(webhook);
        assertThat(failing.health().state()).isEqualTo(HealthState.FAILING);
        assertThat(failing.queue().get(0).tries().problem()).contains(DeliveryProblem.REFUSED);
        assertThat(failing.queue().get(0).tries().status()).isEqualTo(503);
        bench.answering(204);
        bench.received.clear();
        later(Duration.ofHours(1));
        assertThat(bench.about(booking)).containsExactly("created 1", "changed 2");
        assertThat(bench.stored(webhook).health().state()).isEqualTo(HealthState.ACTIVE);
    }

    @Test
    void aReceiverThatTakesNothingIsLeftAloneHoweverManyBookingsThereAre() {
        bench.ofRoom(CAMILLE, SEINE);
        bench.answering(500);
        IntStream.range(8, 20)
                .forEach(hour -> bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T%02d:00".formatted(hour)));

        node.work();

        assertThat(bench.received).hasSizeBetween(5, 7);
    }

    @Test
    void aReceiverThatIsDownCostsNoMoreThanItsPlaceInTheLogAndMissesNothing() {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        bench.answering(500);
        Booking booking = bench.booked(CAMILLE, SEINE, "0", "2026-04-01T09:00");
        IntStream.range(1, 150).forEach(i -> bench.renamed(booking, CAMILLE, "" + i));

        node.work();

        assertThat(bench.stored(webhook).queue()).hasSize(Webhook.MOST_QUEUED);
        bench.answering(200);
        bench.received.clear();
        later(Duration.ofMinutes(1));
        assertThat(bench.bodies())
                .extracting(body -> body.get("version").asInt())
                .isEqualTo(IntStream.rangeClosed(1, 150).boxed().toList());
    }

    @Test
    void aReceiverThatHasTakenNothingForLongPausesUntilItsOwnerSaysSo() {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        bench.answering(500);
        Booking booking = bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");
        for (int hour = 0; hour <= 8; hour++) {
            later(Duration.ofHours(1));
        }

        assertThat(bench.stored(webhook).health().state()).isEqualTo(HealthState.PAUSED);
        bench.answering(200);
        bench.received.clear();
        bench.renamed(booking, CAMILLE, "Un bis");
        later(Duration.ofDays(1));
        assertThat(bench.received).isEmpty();

        bench.webhooks.change(webhook.id(), each -> each.resuming(bench.desk.clock.instant()));
        node.work();
        assertThat(bench.about(booking)).containsExactly("created 1", "changed 2");
    }

    @Test
    void whatOneBookingAloneCannotBeToldIsGivenUpInTheEnd() {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        Booking poison = bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");
        Booking other = bench.booked(CAMILLE, SEINE, "Deux", "2026-04-01T11:00");
        bench.answering(poison, 422);
        for (int hour = 0; hour <= 8; hour++) {
            bench.renamed(other, CAMILLE, "Deux " + hour);
            later(Duration.ofHours(1));
        }

        assertThat(bench.stored(webhook).health().isPaused()).isFalse();
        assertThat(bench.webhooks.ended(webhook.id(), 1, 1))
                .singleElement()
                .extracting(WebhookDelivery::state)
                .isEqualTo(DeliveryState.FAILED);
        bench.answering(200);
        bench.renamed(poison, CAMILLE, "Un bis");
        later(Duration.ofSeconds(1));
        assertThat(bench.about(poison)).last().isEqualTo("changed 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest/meta-data", "http://localhost:1/x", "/elsewhere"})
    void nobodyFollowsARedirect(String location) {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        bench.receiver.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(307).withHeader("Location", location)));
        bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");

        node.work();

        assertThat(bench.received).hasSize(1);
        assertThat(problem(webhook)).contains(DeliveryProblem.REDIRECTED);
    }

    private Optional<DeliveryProblem> problem(Webhook webhook) {
        return bench.stored(webhook).queue().get(0).tries().problem();
    }

    @Test
    void aNameThatHasComeToMeanAPrivateAddressIsNotAskedAnything() {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");

        bench.node(StoreAccess.EXCLUSIVE, false).work();

        assertThat(bench.received).isEmpty();
        assertThat(problem(webhook)).contains(DeliveryProblem.PRIVATE_ADDRESS);
    }

    @Test
    void aLargeAnswerIsNotReadAndASlowOneIsNotWaitedFor() {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        bench.receiver.stubFor(any(anyUrl())
                .willReturn(aResponse().withBody(new byte[20_000_000]).withChunkedDribbleDelay(200, 60_000)));
        bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");
        node.work();
        assertThat(bench.stored(webhook).queue()).isEmpty();

        bench.receiver.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(30_000)));
        bench.booked(CAMILLE, SEINE, "Deux", "2026-04-01T11:00");
        node.work();
        assertThat(problem(webhook)).contains(DeliveryProblem.TOO_SLOW);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anAnswerThatIsNoneIsAFailure(Fault fault) {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        bench.receiver.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");

        node.work();

        if (fault == Fault.MALFORMED_RESPONSE_CHUNK) {
            assertThat(bench.stored(webhook).queue()).isEmpty(); // its head was fine, and nobody reads on
        } else {
            assertThat(problem(webhook)).isPresent();
        }
    }

    @Test
    void aStartInTheMiddleLosesNothingAndChangesNoOrder() {
        bench.ofRoom(CAMILLE, SEINE);
        Booking booking = bench.booked(CAMILLE, SEINE, "0", "2026-04-01T09:00");
        IntStream.range(1, 6).forEach(i -> bench.renamed(booking, CAMILLE, "" + i));
        node.scan().run(bench.webhooks.all());
        Webhook leased = bench.webhooks.all().get(0);
        bench.webhooks.change(
                leased.id(),
                each -> each.leased(Optional.of(new Webhook.WebhookLease(
                        "crashed", bench.desk.clock.instant().plusSeconds(60)))));
        IntStream.range(6, 9).forEach(i -> bench.renamed(booking, CAMILLE, "" + i));

        bench.node().work();

        assertThat(bench.bodies())
                .extracting(body -> body.get("version").asInt())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void twoNodesTellEverythingOnceAndInOrder() {
        bench.ofRoom(CAMILLE, SEINE);
        bench.webhook(LOUIS, FeedScope.ORGANISATION, "atelier-brie", FeedDetail.FULL);
        Booking one = bench.booked(CAMILLE, SEINE, "0", "2026-04-01T09:00");
        Booking other = bench.booked(CAMILLE, ALMONT, "0", "2026-04-01T09:00");
        for (int i = 1; i < 20; i++) {
            bench.renamed(one, CAMILLE, "" + i);
            bench.renamed(other, CAMILLE, "" + i);
        }
        List<WebhookBench.Node> nodes = List.of(
                bench.node(StoreAccess.SHARED, true),
                bench.node(StoreAccess.SHARED, true),
                bench.node(StoreAccess.SHARED, true));

        Together.all(nodes.stream()
                .<Callable<Boolean>>map(each -> () -> {
                    each.work();
                    return true;
                })
                .toList());
        nodes.get(0).work();

        for (String id : List.of(
                "ROOM-" + CAMILLE.id().text(), "ORGANISATION-" + LOUIS.id().text())) {
            List<JsonNode> told = bench.bodies().stream()
                    .filter(body -> body.get("webhook").asString().equals(id))
                    .toList();
            for (Booking booking : List.of(one, other)) {
                boolean isToldOfIt = booking == one || id.startsWith("ORGANISATION");
                assertThat(told.stream()
                                .filter(body -> body.get("booking")
                                        .get("id")
                                        .asString()
                                        .equals(booking.id().value())))
                        .extracting(body -> body.get("version").asInt())
                        .isEqualTo(
                                isToldOfIt
                                        ? IntStream.rangeClosed(1, 20).boxed().toList()
                                        : List.of());
            }
        }
    }

    @Test
    void whileAnotherNodeSendsNothingIsSentUntilItsLeaseRunsOut() {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");
        WebhookBench.Node shared = bench.node(StoreAccess.SHARED, true);
        bench.webhooks.change(
                webhook.id(),
                each -> each.leased(Optional.of(new Webhook.WebhookLease(
                        "other", bench.desk.clock.instant().plusSeconds(60)))));

        shared.work();
        assertThat(bench.received).isEmpty();

        bench.desk.clock.advance(Duration.ofSeconds(60));
        shared.work();
        assertThat(bench.received).hasSize(1);
    }

    @Test
    void somethingSentAgainHasTheSameIdAndComesAfterWhatWaitsOfItsBooking() {
        Webhook webhook = bench.ofRoom(CAMILLE, SEINE);
        Booking booking = bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");
        node.work();
        WebhookDelivery first = bench.webhooks.ended(webhook.id(), 1, 1).get(0);
        bench.renamed(booking, CAMILLE, "Un bis");
        node.scan().run(bench.webhooks.all());

        bench.webhooks.change(
                webhook.id(),
                each -> each.redelivering(first, bench.desk.clock.instant()).orElseThrow());
        node.work();

        assertThat(bench.about(booking)).containsExactly("created 1", "changed 2", "created 1");
        assertThat(bench.bodies().get(2).get("id"))
                .isEqualTo(bench.bodies().get(0).get("id"));
        assertThat(bench.webhooks.ended(webhook.id(), 1, 9)).hasSize(2);
    }

    @Test
    void aWebhookOfAPartIsToldOfTheWholeAndOneOfARoomThatABookingLeaves() {
        bench.ofRoom(CAMILLE, SEINE);
        Booking whole = bench.booked(CAMILLE, Rooms.GRAND_SALON, "Un", "2026-04-01T09:00");
        Booking moved = bench.booked(CAMILLE, SEINE, "Deux", "2026-04-02T09:00");
        done(bench.desk.change(moved, CAMILLE, Orders.inRooms(ALMONT)));
        bench.renamed(moved, CAMILLE, "Deux bis");

        node.work();

        assertThat(bench.about(whole)).containsExactly("created 1");
        assertThat(bench.about(moved)).containsExactly("created 1", "changed 2");
    }
}
