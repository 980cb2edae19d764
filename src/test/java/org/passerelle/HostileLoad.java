package org.passerelle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.packaged.KilledServer;

/** Attacks the packaged program at a heap of 256 MB while eight people book, and looks at what that did to them and to it. */
public final class HostileLoad {

    private static final int ATTACKERS = 12;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final List<String> PEOPLE = List.of(
            "camille@atelier-brie.example",
            "louis@atelier-brie.example",
            "operator@melun.example",
            "admin@it77.example");

    private final Path folder;
    private final int smtpPort = KilledServer.freePort();
    private final Random seeds;
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();

    public HostileLoad(Path folder, long seed) {
        this.folder = folder;
        this.seeds = new Random(seed);
    }

    /**
     * What it came to.
     *
     * @param complaints what honest people were told that they should not have been
     * @param answers how often each status was given to attackers, by way
     * @param p95 of honest requests under attack, in milliseconds
     * @param quietP95 the same without an attack
     * @param grown bytes of heap in use after a full collection, less those before
     * @param log bytes of log written under attack
     */
    public record Findings(
            List<String> complaints,
            Map<String, Integer> answers,
            int asked,
            long p95,
            long quietP95,
            long grown,
            long log) {}

    public Findings attack(int count) throws Exception {
        Map<String, String> settings = Map.of(
                "PASSERELLE_MAIL_SMTP_PORT",
                Integer.toString(smtpPort),
                "PASSERELLE_IMPORTS_ALLOW_PRIVATE_ADDRESSES",
                "true");
        try (KilledServer server = KilledServer.start(folder, settings);
                HostileCalendars calendars =
                        new HostileCalendars(server.client().withBasic("operator@melun.example", "passerelle"));
                HonestClients honest = new HonestClients(people(server.client()))) {
            HostileRequests requests = new HostileRequests(server.port());
            HostileMails mails = new HostileMails(smtpPort);
            // What is met once stays loaded: a tenth of the attack comes before the first look at the heap.
            wave(Math.max(60, count / 10), requests, mails, calendars);
            honest.forget();
            TimeUnit.SECONDS.sleep(5);
            long quiet = honest.percentile(95);
            long before = used(server.pid());
            long logged = Files.size(server.log());
            answers.clear();
            honest.forget();
            wave(count, requests, mails, calendars);
            long p95 = honest.percentile(95);
            int asked = honest.asked();
            honest.close();
            // Those who trickle are given up after a while, and what they held with them.
            TimeUnit.SECONDS.sleep(15);
            return new Findings(
                    honest.complaints(),
                    new TreeMap<>(answers),
                    asked,
                    p95,
                    quiet,
                    used(server.pid()) - before,
                    Files.size(server.log()) - logged);
        }
    }

    private static List<TestClient> people(TestClient server) {
        List<TestClient> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            TestClient person = server.withBasic(PEOPLE.get(i % PEOPLE.size()), "passerelle");
            String token = TestClient.json(person.post("/api/v1/tokens", "{\"name\":\"honest\"}"))
                    .get("token")
                    .asString();
            people.add(server.withBearer(token));
        }
        return people;
    }

    /** Of a hundred, ninety are requests, eight mails and two calendars. */
    private void wave(int count, HostileRequests requests, HostileMails mails, HostileCalendars calendars)
            throws InterruptedException {
        ExecutorService attackers = Executors.newFixedThreadPool(ATTACKERS);
        AtomicInteger next = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(ATTACKERS);
        for (int i = 0; i < ATTACKERS; i++) {
            Random random = new Random(seeds.nextLong());
            attackers.execute(() -> {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    one(number, random, requests, mails, calendars);
                }
                ended.countDown();
            });
        }
        attackers.shutdown();
        ended.await();
    }

    private void one(
            int number, Random random, HostileRequests requests, HostileMails mails, HostileCalendars calendars) {
        int turn = number / 100;
        try {
            if (number % 50 == 49) {
                note("calendar " + calendars.send(number / 50, random));
            } else if (number % 25 == 12 || number % 25 == 4) {
                mails.send(turn * 8 + number % 8, random);
                note("mail");
            } else {
                note("request " + requests.send(random.nextInt(10_000), random));
            }
        } catch (IOException | UncheckedIOException hungUp) {
            note("hung up");
        }
    }

    private void note(String what) {
        answers.merge(what, 1, Integer::sum);
    }

    /** Bytes in use after a full collection. */
    private static long used(long pid) throws IOException, InterruptedException {
        run("GC.run", pid);
        run("GC.run", pid);
        long bytes = USED.matcher(run("GC.heap_info", pid))
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)) * 1024)
                .sum();
        if (bytes == 0) {
            throw new IllegalStateException("The heap of the program cannot be read");
        }
        return bytes;
    }

    private static String run(String command, long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        // Of the heap only, not of classes.
        return said.lines()
                .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
                .collect(Collectors.joining("\n"));
    }
}
