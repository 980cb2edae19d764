package org.passerelle.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.DemoNetwork;
import org.passerelle.MutableClock;
import org.passerelle.PasserelleApplication;
import org.passerelle.TestClient;
import org.passerelle.Together;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.passerelle.live.SiteChanges;
import org.passerelle.live.SiteDays;
import org.passerelle.nodes.Call.Seen;
import org.passerelle.nodes.StoreProxy.Network;
import org.passerelle.time.Slots;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Two nodes on one database, which tells nobody of changes: each follows the other. All that is stored is compared once a minute
 * as well, so what is waited for here, for less, comes by the change log or by a look of its own.
 */
class SeveralNodesTests {

    private static final String PASSWORD = "passerelle";
    private static final String ADMIN = "admin@it77.example";
    private static final String CAMILLE = "camille@atelier-brie.example";
    private static final int FIRST = 0;
    private static final int SECOND = 1;

    @TempDir
    private static Path folder;

    private static final MutableClock CLOCK = new MutableClock();
    private static final MongoServer SERVER = new MongoServer(H2Backend.inMemory());
    private static final List<ConfigurableApplicationContext> NODES = new ArrayList<>();
    private static StoreProxy toTheSecond;

    @BeforeAll
    static void start() {
        toTheSecond = new StoreProxy(SERVER.bind());
        NODES.add(node(SERVER.getLocalAddress().getPort(), FIRST));
        NODES.add(node(toTheSecond.port(), SECOND));
    }

    @AfterAll
    static void stop() {
        NODES.forEach(ConfigurableApplicationContext::close);
        toTheSecond.close();
        SERVER.shutdownNow();
    }

    private static ConfigurableApplicationContext node(int database, int number) {
        return new SpringApplicationBuilder(PasserelleApplication.class)
                .profiles("demo")
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("time", Clock.class, () -> CLOCK, bean -> bean.setPrimary(true)))
                .run(
                        "--spring.mongodb.uri=mongodb://127.0.0.1:" + database
                                + "/passerelle?serverSelectionTimeoutMS=200",
                        "--server.port=0",
                        "--passerelle.data-dir=" + folder.resolve("node-" + number),
                        "--passerelle.public-url=http://rooms.example",
                        "--passerelle.mail.smtp-port=0");
    }

    private static TestClient anonymous(int node) {
        return DemoNetwork.client(Objects.requireNonNull(((WebServerApplicationContext) NODES.get(node)).getWebServer())
                .getPort());
    }

    private static TestClient client(int node, String person) {
        return anonymous(node).withBasic(person, PASSWORD);
    }

    private static JsonNode booked(String room, String start) {
        return DemoNetwork.created(client(FIRST, CAMILLE)
                .post(
                        "/api/v1/bookings",
                        "{\"title\":\"Deux nœuds\",\"start\":\"%s\",\"duration\":\"PT1H\",\"timeZone\":\"Europe/Paris\",\"rooms\":[\"%s\"]}"
                                .formatted(start, room)));
    }

    @Test
    void oneKnowsWhatIsTakenByTheOther() {
        FreeTimes second = NODES.get(SECOND).getBean(FreeTimes.class);
        int number = NODES.get(SECOND)
                .getBean(Directories.class)
                .current()
                .room(new RoomId("melun-seine"))
                .orElseThrow()
                .numbers()
                .get(0);
        long slot = Slots.containing(Instant.parse("2026-04-02T07:00:00Z"));
        assertThat(second.isFree(number, slot, slot + 1)).isTrue();

        booked("melun-seine", "2026-04-02T09:00");

        await().until(() -> !second.isFree(number, slot, slot + 1));
    }

    @Test
    void aLivePageHearsOfTheDaysOnWhichAnotherNodeWrote() {
        List<SiteDays> told = Collections.synchronizedList(new ArrayList<>());
        BiConsumer<Object, SiteDays> follower = (site, days) -> told.add(days);
        SiteChanges changes = NODES.get(SECOND).getBean(SiteChanges.class);
        changes.follow(follower::accept);

        String path = "/api/v1/bookings/"
                + booked("chelles-vignes", "2026-04-09T09:00").get("id").asString();
        await().until(() -> told.contains(days("2026-04-09")));
        HttpResponse<String> moved = client(FIRST, CAMILLE).patch(path, "{\"start\":\"2026-04-10T09:00\"}");

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        await().until(() -> told.contains(days("2026-04-09", "2026-04-10")));
        assertThat(told).noneMatch(SiteDays::isAny);
    }

    private static SiteDays days(String... days) {
        TreeSet<LocalDate> all = new TreeSet<>();
        List.of(days).forEach(day -> all.add(LocalDate.parse(day)));
        return new SiteDays(all);
    }

    @Test
    void anAnswerToALostDatabaseIsThatOfTheContractAndEndsByItself() {
        TestClient second = client(SECOND, CAMILLE);
        assertThat(second.get("/api/v1/bookings").statusCode()).isEqualTo(200);

        toTheSecond.set(Network.CUT);
        HttpResponse<String> lost = second.post(
                "/api/v1/bookings",
                "{\"title\":\"Perdue\",\"start\":\"2026-04-03T09:00\",\"duration\":\"PT1H\",\"timeZone\":\"Europe/Paris\",\"rooms\":[\"melun-seine\"]}");
        HttpResponse<String> health = anonymous(SECOND).get("/actuator/health");
        toTheSecond.set(Network.WELL);

        assertThat(lost.statusCode()).as(lost.body()).isEqualTo(503);
        assertThat(lost.headers().firstValue("Retry-After")).isPresent();
        assertThat(lost.body()).contains("/problems/unavailable");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("DOWN");
        await().until(() -> second.get("/api/v1/bookings").statusCode() == 200
                && anonymous(SECOND).get("/actuator/health").statusCode() == 200);
    }

    @Test
    void oneTakesOverTheDirectoryOfTheOther() {
        HttpResponse<String> stored = client(FIRST, ADMIN).putYaml("/api/v1/admin/directory", DemoNetwork.with(1));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);

        await().until(() -> client(SECOND, CAMILLE).get("/api/v1/rooms/essai-1").statusCode() == 200);
    }

    @Test
    void aTokenThatIsRevokedOnOneNodeIsRefusedByTheOther() {
        JsonNode token = TestClient.json(client(FIRST, CAMILLE).post("/api/v1/tokens", "{\"name\":\"Nodes\"}"));
        TestClient second = anonymous(SECOND).withBearer(token.get("token").asString());
        await().until(() -> second.get("/api/v1/me").statusCode() == 200);

        client(FIRST, CAMILLE).delete("/api/v1/tokens/" + token.get("id").asString());

        await().until(() -> second.get("/api/v1/me").statusCode() == 401);
    }

    @Test
    void aSessionBegunOnOneNodeIsOneOfTheOtherToo() {
        TestClient first = anonymous(FIRST).withCookies();
        assertThat(first.signIn(CAMILLE, PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).doesNotContain("error"));
        TestClient second = anonymous(SECOND).with("Cookie", first.cookieHeader());

        assertThat(second.get("/preferences").statusCode()).isEqualTo(200);
        first.postForm("/sign-out", Map.of("_csrf", first.csrfOf("/preferences")));

        await().until(() -> second.get("/preferences").statusCode() != 200);
    }

    /** A small one of what {@link HistoryIT} does for half an hour. */
    @Test
    void whatClientsOfBothWereToldCanHaveHappened() {
        long seed = Long.getLong("history.seed", System.nanoTime());
        Map<String, String> ids = new ConcurrentHashMap<>();
        AtomicBoolean isHindered = new AtomicBoolean();
        List<HistoryClient.Node> nodes = List.of(node(FIRST, isHindered), node(SECOND, isHindered));

        List<Call> history = Together.all(IntStream.range(0, 4)
                        .mapToObj(number -> new HistoryClient(number, seed, nodes, ids))
                        .<Callable<List<Call>>>map(client -> () -> worked(client, isHindered))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        toTheSecond.set(Network.WELL);

        Map<String, Seen> last = Histories.last(List.of(client(FIRST, CAMILLE), client(SECOND, CAMILLE)));
        assertThat(new HistoryChecker(Duration.ofSeconds(10)).check(history, last))
                .as("-Dhistory.seed=%d", seed)
                .isEmpty();
        assertThat(last).isNotEmpty();
    }

    /** Each of them hinders once, after its own number of steps. */
    private static List<Call> worked(HistoryClient client, AtomicBoolean isHindered) {
        for (int step = 0; step < 40; step++) {
            if (client.number() == SECOND && step >= 20) {
                isHindered.set(true);
                toTheSecond.set(step == 20 ? Network.CUT : step == 30 ? Network.SLOW : Network.WELL);
            }
            client.step();
        }
        return client.history();
    }

    /** Once something was in the way, what rooms look like is checked no more: how long word takes is not known then. */
    private static HistoryClient.Node node(int node, AtomicBoolean isHindered) {
        TestClient camille = client(node, CAMILLE);
        return new HistoryClient.Node() {
            @Override
            public TestClient client() {
                return camille;
            }

            @Override
            public boolean isWell() {
                return !isHindered.get();
            }
        };
    }
}
