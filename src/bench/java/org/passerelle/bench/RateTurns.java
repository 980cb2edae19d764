package org.passerelle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What some clients reached in several rounds, each way of writing in its turn.
 *
 * @param clients over HTTP and of the driver; SQLite and the bare file have one writer always
 */
record RateTurns(
        int clients, List<Latencies> http, List<Latencies> driver, List<Latencies> sqlite, List<Latencies> appends) {

    private static final double HTTP_TO_INSERTS = 0.6;

    RateTurns(int clients) {
        this(clients, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    static void report(Report report, List<RateTurns> all, String sqlite) {
        report.table(
                "Bookings of an hour over HTTP, beside the same document written otherwise",
                List.of("what", "clients", "a second (min-max)", "p50/p95/p99 ms", "processor ms each"),
                all.stream().flatMap(each -> each.rows(sqlite).stream()).toList());
        report.table(
                "Their ratios",
                List.of("ratio", "clients", "of medians", "goal", "by round"),
                all.stream().flatMap(each -> each.ratios().stream()).toList());
    }

    private List<List<String>> rows(String version) {
        String many = Integer.toString(clients);
        String one = "1, in turn with " + clients;
        return List.of(
                row("bookings over HTTP", many, http),
                row("inserts by the driver", many, driver),
                row("transactions of SQLite " + version, one, sqlite),
                row("append and fdatasync of the same bytes alone", one, appends));
    }

    private static List<String> row(String what, String clients, List<Latencies> rounds) {
        return List.of(
                what,
                clients,
                rates(rounds),
                percentiles(rounds),
                Report.number(Latencies.all(rounds).processorMillis()));
    }

    private List<List<String>> ratios() {
        return List.of(
                ratio("HTTP / inserts", HTTP_TO_INSERTS, http, driver),
                ratio("inserts / SQLite", clients == 1 ? 0.4 : 0.7, driver, sqlite));
    }

    private List<String> ratio(String name, double goal, List<Latencies> some, List<Latencies> others) {
        String byRound = IntStream.range(0, some.size())
                .mapToObj(round -> Report.number(
                        some.get(round).perSecond() / others.get(round).perSecond()))
                .collect(Collectors.joining(" "));
        double ratio = medianRate(some) / medianRate(others);
        return List.of(name, Integer.toString(clients), Report.number(ratio), Report.number(goal), byRound);
    }

    static double medianRate(List<Latencies> rounds) {
        return Latencies.median(
                rounds.stream().mapToDouble(Latencies::perSecond).toArray());
    }

    static String rates(List<Latencies> rounds) {
        double min = rounds.stream().mapToDouble(Latencies::perSecond).min().orElse(0);
        double max = rounds.stream().mapToDouble(Latencies::perSecond).max().orElse(0);
        return "%s (%s-%s)".formatted(Report.number(medianRate(rounds)), Report.number(min), Report.number(max));
    }

    static String percentiles(List<Latencies> rounds) {
        Latencies all = Latencies.all(rounds);
        return "%s / %s / %s"
                .formatted(
                        Report.number(all.percentile(50)),
                        Report.number(all.percentile(95)),
                        Report.number(all.percentile(99)));
    }
}
