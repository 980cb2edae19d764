package org.passerelle.webhook.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Outcomes.done;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.passerelle.MutableClock;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Orders;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.mongo.ChangeLogWiring;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.FeedSubject;
import org.passerelle.calendar.feed.FeedSubjects;
import org.passerelle.calendar.feed.FeedSubjectsWiring;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.directory.Room;
import org.passerelle.platform.EmbeddedMongoStore;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.StoredKey;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.WebhookEvent;
import org.passerelle.webhook.model.WebhookTarget;
import org.passerelle.webhook.store.WebhookDocuments;
import org.passerelle.webhook.store.WebhookDocumentsWiring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bookings, a log of their changes, webhooks, and a receiver for them; nothing is looked at but when a test says so. */
final class WebhookBench implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(3);
    static final Duration PATIENCE = Duration.ofHours(6);

    private static final JsonMapper JSON = JsonMapper.shared();

    final WireMockServer receiver =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    final List<LoggedRequest> received = new CopyOnWriteArrayList<>();
    final EmbeddedMongoStore store;
    final BookingDesk desk;
    final WebhookDocuments webhooks;
    final AccountsInMemory accounts = People.accounts();
    final FeedSubjects subjects = FeedSubjectsWiring.over(accounts, Rooms::directory);
    final WebhookSecrets secrets;
    final ChangeLog log;

    /** One program. */
    record Node(ChangeScan scan, WebhookSender sender, WebhookDocuments webhooks) {

        /** All that can be done now. */
        void work() {
            while (scan.run(webhooks.all())) {
                // There is more.
            }
            boolean hasTried;
            do {
                hasTried = false;
                for (Webhook webhook : webhooks.all()) {
                    hasTried |= sender.isDue(webhook) && sender.send(webhook.id());
                    scan.run(webhooks.all());
                }
            } while (hasTried);
        }
    }

    WebhookBench(Path folder) {
        receiver.addMockServiceRequestListener((request, response) -> received.add(LoggedRequest.createFrom(request)));
        receiver.start();
        store = EmbeddedMongoStore.open(
                folder, MongoBookingsWiring.indexes(), ChangeLogWiring.indexes(), WebhookDocumentsWiring.indexes());
        ChangeLogWiring.Wired wired = ChangeLogWiring.over(store.template(), StoreAccess.EXCLUSIVE, new MutableClock());
        log = wired.log();
        desk = new BookingDesk(MongoBookingsWiring.over(store.template(), wired.tails()));
        webhooks = new WebhookDocuments(store.template());
        secrets = new WebhookSecrets(new StoredKey(store.template(), "webhooks"));
        answering(200);
    }

    Node node() {
        return node(StoreAccess.EXCLUSIVE, true);
    }

    Node node(StoreAccess access, boolean allowsPrivate) {
        WebhookProperties settings = new WebhookProperties(allowsPrivate, LIMIT, PATIENCE, 20, 8);
        return new Node(
                new ChangeScan(log, desk.reading, accounts, Rooms::directory, subjects, webhooks, desk.clock),
                new WebhookSender(
                        webhooks,
                        desk.reading,
                        accounts,
                        Rooms::directory,
                        subjects,
                        WebhookBench::json,
                        JSON,
                        new WebhookPost(secrets, settings, desk.clock),
                        settings,
                        access,
                        desk.clock),
                webhooks);
    }

    /** Stands in for the API. */
    private static Object json(Booking booking, Person reader, FeedDetail detail) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", booking.id().value());
        boolean reads = new BookingAccess(reader, booking, Rooms.directory()).mayRead(BookingPart.CONTENT);
        fields.put("title", reads ? booking.content().title() : null);
        return fields;
    }

    /** Of all events. */
    Webhook webhook(Person owner, FeedScope scope, String of, FeedDetail detail) {
        return webhook(owner, scope, of, detail, "http://localhost:" + receiver.port() + "/hook");
    }

    Webhook webhook(Person owner, FeedScope scope, String of, FeedDetail detail, String url) {
        WebhookTarget target = new WebhookTarget(
                URI.create(url), EnumSet.allOf(WebhookEvent.class), new FeedSubject(scope, of), detail);
        Webhook made =
                Webhook.fresh(scope + "-" + owner.id().text(), owner.id(), target, log.last(), desk.clock.instant());
        webhooks.add(made, 20);
        return made;
    }

    Webhook ofRoom(Person owner, Room room) {
        return webhook(owner, FeedScope.ROOM, room.id().value(), FeedDetail.FULL);
    }

    Webhook stored(Webhook webhook) {
        return webhooks.find(webhook.id()).orElseThrow();
    }

    Booking booked(Person person, Room room, String title, String start) {
        return desk.booked(person, anOrder(room), called(title), at(start));
    }

    Booking renamed(Booking booking, Person person, String title) {
        return done(desk.change(booking, person, Orders.renamed(title)));
    }

    void answering(int status) {
        receiver.resetMappings();
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    /** To what is about one booking. */
    void answering(Booking booking, int status) {
        MappingBuilder about =
                any(anyUrl()).withRequestBody(matching(".*" + booking.id().value() + ".*"));
        receiver.stubFor(about.atPriority(1).willReturn(aResponse().withStatus(status)));
    }

    List<JsonNode> bodies() {
        return received.stream()
                .map(request -> JSON.readTree(new String(request.getBody(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** Such as {@code created 1}: type and version of what came about a booking, in the order in which it came. */
    List<String> about(Booking booking) {
        return bodies().stream()
                .filter(body -> body.get("booking")
                        .get("id")
                        .asString()
                        .equals(booking.id().value()))
                .map(body -> body.get("type").asString().replace("booking.", "") + " "
                        + body.get("version").asString(""))
                .toList();
    }

    @Override
    public void close() {
        store.close();
        receiver.stop();
    }
}
