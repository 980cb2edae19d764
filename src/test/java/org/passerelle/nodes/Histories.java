package org.passerelle.nodes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.TestClient;
import org.passerelle.nodes.Call.Seen;
import tools.jackson.databind.JsonNode;

/** What is stored in the end. */
final class Histories {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Histories() {}

    /** By title, once all nodes list the same and none is at work on what was asked before. */
    static Map<String, Seen> last(List<TestClient> nodes) {
        Map<String, Seen> last = new HashMap<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            Map<String, String> ids = ids(nodes.get(0));
            if (nodes.stream().anyMatch(node -> !ids(node).equals(ids))) {
                return false;
            }
            Map<String, Seen> seen = new HashMap<>();
            ids.forEach((title, id) ->
                    seen.put(title, HistoryClient.seen(nodes.get(0).get("/api/v1/bookings/" + id))));
            boolean isQuiet = seen.equals(last);
            last.clear();
            last.putAll(seen);
            return isQuiet;
        });
        return last;
    }

    private static Map<String, String> ids(TestClient node) {
        Map<String, String> ids = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page =
                    TestClient.json(node.get("/api/v1/bookings?mine=true&limit=1000&" + HistoryClient.WINDOW + cursor));
            page.get("items")
                    .valueStream()
                    .forEach(item ->
                            ids.put(item.get("title").asString(), item.get("id").asString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return ids;
    }
}
