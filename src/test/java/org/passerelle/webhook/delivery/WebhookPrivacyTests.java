package org.passerelle.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.SEINE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.booking.Orders;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.webhook.model.DeliveryState;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.WebhookDelivery;

/** A webhook tells no more than its owner may read when it is sent. */
class WebhookPrivacyTests {

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

    private static Person in(Person person, String organisation) {
        return new Person(
                person.id(),
                person.email(),
                person.name(),
                person.role(),
                Optional.of(new OrganisationId(organisation)),
                Set.of());
    }

    /** Comes, is renamed, is seen by people who come, ends early. */
    private Booking lived() {
        Booking booking = bench.booked(CAMILLE, SEINE, "Plan secret", "2026-03-25T10:15");
        bench.renamed(booking, CAMILLE, "Plan plus secret");
        done(bench.desk.attendance.checkIn(CAMILLE, booking.id(), Optional.empty()));
        bench.desk.clock.advance(Duration.between(bench.desk.clock.instant(), Instant.parse("2026-03-25T09:30:00Z")));
        done(bench.desk.attendance.end(CAMILLE, booking.id(), Optional.empty()));
        return booking;
    }

    @Test
    void whoMayNotReadABookingLearnsWhenItsRoomIsTakenAndNothingOfWorkOnIt() {
        bench.ofRoom(NADIA, SEINE);

        Booking booking = lived();
        node.work();

        assertThat(bench.about(booking)).containsExactly("created ", "changed ");
        assertThat(bench.received)
                .noneMatch(request -> request.getBodyAsString().contains("secret"));
    }

    @Test
    void whoRunsASiteWithoutReadingABookingLearnsWhatBecameOfItsDates() {
        bench.ofRoom(ADMINISTRATOR, SEINE);

        Booking booking = lived();
        node.work();

        assertThat(bench.about(booking)).containsExactly("created ", "checked-in ", "ended ");
    }

    @Test
    void whoAsksForTimesAloneIsToldNoMoreOfTheirOwn() {
        bench.webhook(CAMILLE, FeedScope.ROOM, SEINE.id().value(), FeedDetail.BUSY);

        Booking booking = lived();
        node.work();

        assertThat(bench.about(booking)).containsExactly("created ", "changed ");
    }

    @Test
    void whoMayReadItIsToldEverything() {
        bench.ofRoom(LOUIS, SEINE);

        Booking booking = lived();
        node.work();

        assertThat(bench.about(booking)).containsExactly("created 1", "changed 2", "checked-in 3", "ended 4");
    }

    @Test
    void whatTheOwnerMayNoLongerReadWhenItIsSentIsNotSent() {
        Webhook webhook = bench.ofRoom(LOUIS, SEINE);
        Booking booking = bench.booked(CAMILLE, SEINE, "Plan secret", "2026-04-01T09:00");
        bench.renamed(booking, CAMILLE, "Plan plus secret");
        node.scan().run(bench.webhooks.all());

        bench.accounts.put(in(LOUIS, "grand-groupe"));
        node.work();

        assertThat(bench.about(booking)).containsExactly("created ");
        assertThat(bench.received)
                .noneMatch(request -> request.getBodyAsString().contains("secret"));
        assertThat(bench.webhooks.ended(webhook.id(), 1, 9))
                .extracting(WebhookDelivery::state)
                .containsExactly(DeliveryState.WITHHELD, DeliveryState.DELIVERED);
    }

    @Test
    void aWebhookEndsWithTheRightToItAndWithItsOwner() {
        bench.webhook(LOUIS, FeedScope.ORGANISATION, "atelier-brie", FeedDetail.FULL);
        bench.ofRoom(NADIA, SEINE);
        bench.booked(CAMILLE, SEINE, "Un", "2026-04-01T09:00");
        node.scan().run(bench.webhooks.all());

        bench.accounts.put(in(LOUIS, "grand-groupe"));
        bench.accounts.end(NADIA);
        node.work();

        assertThat(bench.received).isEmpty();
        assertThat(bench.webhooks.all()).isEmpty();
    }

    @Test
    void holdsAreToldOfWhenTheyAreBookings() {
        bench.ofRoom(LOUIS, SEINE);
        Booking hold = done(bench.desk.hold(CAMILLE, Orders.anOrder(SEINE), Duration.ofMinutes(10)));
        node.work();
        assertThat(bench.received).isEmpty();

        done(bench.desk.holding.confirm(CAMILLE, hold.id(), Optional.empty()));
        node.work();

        assertThat(bench.about(hold)).containsExactly("created 2");
    }
}
