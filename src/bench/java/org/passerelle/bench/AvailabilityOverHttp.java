package org.passerelle.bench;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** The questions of the availability engine as clients ask them, eight at once, of the demo network. */
final class AvailabilityOverHttp {

    private static final int CLIENTS = 8;

    private final Effort effort;
    private final ApiClient louis;
    private final FreeHours hours;

    AvailabilityOverHttp(Effort effort, Program program, FreeHours hours) {
        this.effort = effort;
        this.louis = program.clientOf(Program.LOUIS);
        this.hours = hours;
    }

    void measure(Report report) {
        List<FreeHours.Hour> some = hours.sample(1_000);
        Supplier<FreeHours.Hour> next =
                () -> some.get(ThreadLocalRandom.current().nextInt(some.size()));
        report.table(
                "Availability over HTTP, %d clients, milliseconds".formatted(CLIENTS),
                List.of("question", "p50", "p95", "p99", "processor", "a second"),
                List.of(
                        row("free rooms", "/api/v1/availability/rooms", () -> rooms(next.get())),
                        row("common time", "/api/v1/availability/conference", () -> conference(next.get()))));
    }

    private static String rooms(FreeHours.Hour hour) {
        return """
                {"from":"%s","to":"%s","attendees":4}""".formatted(hour.instant(), hour.instant().plus(FreeHours.HOUR));
    }

    private static String conference(FreeHours.Hour hour) {
        return """
                {"parties":[{"site":"melun","attendees":4},{"site":"amsterdam","attendees":3},
                {"site":"montreal","attendees":3}],"duration":"PT1H","window":{"from":"%s","to":"%s"},
                "dayHours":{"from":"08:00","to":"20:00"}}""".formatted(hour.instant(), hour.instant().plus(FreeHours.HOUR.multipliedBy(24 * 10)));
    }

    private List<String> row(String name, String path, Supplier<String> body) {
        Load.run(CLIENTS, effort.warmUp(), () -> ask(path, body.get()));
        Latencies all = Load.run(CLIENTS, effort.phase(), () -> ask(path, body.get()));
        return List.of(
                name,
                Report.number(all.percentile(50)),
                Report.number(all.percentile(95)),
                Report.number(all.percentile(99)),
                Report.number(all.processorMillis()),
                Report.number(all.perSecond()));
    }

    /** Near the end of what can be booked there may be no common time, which is an answer too. */
    private void ask(String path, String body) {
        var response = louis.post(path, body);
        if (response.statusCode() != 422) {
            ApiClient.expect(200, response);
        }
    }
}
