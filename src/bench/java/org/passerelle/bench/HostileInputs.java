package org.passerelle.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that only a broken or ill-meaning program sends, and how soon they are refused. */
final class HostileInputs {

    private static final int TIMES = 20;

    private final ApiClient louis;
    private final FreeHours.Hour hour;

    HostileInputs(Program program, FreeHours hours) {
        this.louis = program.clientOf(Program.LOUIS);
        this.hour = hours.next();
    }

    void measure(Report report) {
        List<List<String>> rows = new ArrayList<>();
        bodies().forEach((name, body) -> rows.add(row(name, body)));
        report.table("Refusals of hostile input, milliseconds", List.of("input", "status", "p50", "max"), rows);
    }

    private Map<String, String> bodies() {
        String valid = MadeBookings.request(hour);
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("body of 10 MB", with(valid, "\"notes\":\"" + "x".repeat(10_000_000) + "\""));
        bodies.put("title of 100,000 characters", valid.replace(MadeBookings.TITLE, "x".repeat(100_000)));
        bodies.put("malformed JSON", valid.replace("\"rooms\":[", "\"rooms\":{{"));
        bodies.put("100,000 brackets", "[".repeat(100_000));
        bodies.put("FREQ=SECONDLY", with(valid, "\"recurrence\":\"FREQ=SECONDLY;COUNT=999999999\""));
        bodies.put("daily without end", with(valid, "\"recurrence\":\"FREQ=DAILY\""));
        bodies.put("year 99999", valid.replace(hour.start().toString(), "+99999-01-01T09:00"));
        bodies.put("10,000 rooms", valid.replace("\"rooms\":[", "\"rooms\":[" + "\"melun-seine\",".repeat(10_000)));
        return bodies;
    }

    private static String with(String valid, String field) {
        return valid.substring(0, valid.length() - 1) + "," + field + "}";
    }

    private List<String> row(String name, String body) {
        List<Long> nanos = new ArrayList<>();
        int status = 0;
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = louis.post("/api/v1/bookings", body);
            nanos.add(System.nanoTime() - begin);
            status = answer.statusCode();
            if (status < 400 || status >= 500) {
                throw new IllegalStateException(name + ": " + status);
            }
        }
        Latencies all = Latencies.inTurn(nanos);
        return List.of(name, Integer.toString(status), Report.number(all.percentile(50)), Report.number(all.max()));
    }
}
