package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded store promises, tried on processes of its own. */
class DurabilityIT {

    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final long SEED = 20260325;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAcknowledgedHoweverOftenItIsKilled() throws Exception {
        Random random = new Random(SEED);
        TreeMap<Integer, Boolean> claimed = new TreeMap<>();

        for (int kill = 0; kill < KILLS; kill++) {
            int first = claimed.isEmpty() ? 0 : claimed.lastKey() + 100;
            List<String> acknowledged = killAfter(first, 100 + random.nextInt(400));
            assertThat(acknowledged).isNotEmpty();
            for (String line : acknowledged) {
                claimed.put(Integer.parseInt(line.substring(2)), line.startsWith("+"));
            }
            verify(claimed, kill == KILLS - 1 ? 0 : first);
        }
    }

    @Test
    void refusesASecondProcessAndLetsItInOnceTheFirstIsKilled() throws Exception {
        Path output = folder.resolve("output");
        Process process = write(0, output);
        await().atMost(Duration.ofMinutes(1)).until(() -> lines(output).size() > 1);

        Throwable refusal = catchThrowable(() -> EmbeddedMongoStore.open(folder));

        process.destroyForcibly().waitFor();
        assertThat(refusal).hasMessage("Another Passerelle is running on the data folder " + folder);
        EmbeddedMongoStore.open(folder).close();
    }

    /**
     * Every acknowledged insert is there with its claims guarded; every acknowledged cancellation has freed them. Looked at
     * one by one from {@code first} on, and counted of all.
     */
    private void verify(TreeMap<Integer, Boolean> claimed, int first) {
        try (EmbeddedMongoStore store = EmbeddedMongoStore.open(folder)) {
            MongoCollection<Document> bookings = store.database().getCollection("bookings");
            claimed.tailMap(first).forEach((index, holds) -> {
                Document found = bookings.find(new Document("_id", StoredBooking.id(index)))
                        .first();
                assertThat(found).as("booking %s", index).isNotNull();
                // A cancellation may have become durable without having been acknowledged.
                if (!holds || index % 3 != 0) {
                    assertThat(found.containsKey("claims")).isEqualTo(holds);
                }
            });
            List<String> recent = claimed.tailMap(first).keySet().stream()
                    .map(StoredBooking::id)
                    .toList();
            Document looked = first == 0 ? new Document() : new Document("_id", new Document("$in", recent));
            for (Document found : bookings.find(looked)) {
                for (Long claim : found.getList("claims", Long.class, List.of())) {
                    assertThat(bookings.find(new Document("claims", claim)).first())
                            .isEqualTo(found);
                }
            }
            assertThat(keys(store, "claims"))
                    .isEqualTo(bookings.find().into(new ArrayList<>()).stream()
                            .mapToLong(found -> found.getList("claims", Long.class, List.of())
                                    .size())
                            .sum());
            assertThat(keys(store, "edits")).isEqualTo(bookings.countDocuments());
            assertThat(claimed.keySet()).hasSizeLessThanOrEqualTo((int) bookings.countDocuments());
        }
    }

    /** The number of entries of an index, as the embedded server counts them. */
    private static long keys(EmbeddedMongoStore store, String index) {
        Document sizes = store.database()
                .runCommand(new Document("collStats", "bookings"))
                .get("indexSize", new Document());
        return sizes.get(index, (Number) (-1)).longValue();
    }

    /** Returns the lines that were complete when the process was killed. */
    private List<String> killAfter(int first, int acknowledgements) throws Exception {
        Path output = Files.createTempFile(folder.getParent(), "acknowledged", ".txt");
        Process process = write(first, output);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> lines(output).size() > acknowledgements || !process.isAlive());
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        List<String> lines = lines(output);
        Files.delete(output);
        return lines;
    }

    private static List<String> lines(Path output) throws IOException {
        if (!Files.exists(output)) {
            return List.of();
        }
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.matches("[+-] \\d+"))
                .toList();
    }

    private Process write(int first, Path output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
