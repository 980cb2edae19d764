package org.passerelle.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar as people run it, in a process of its own on a data folder that is full already. */
final class PackagedProgram {

    private static final int STARTS = 3;
    private static final int READS = 300;

    private final Path jar;
    private final Path folder;
    private final List<String> reads;
    private final List<String> own;

    /**
     * @param reads paths that Louis reads once it runs
     * @param own ids of bookings that Louis changes before it is killed
     */
    PackagedProgram(Path jar, Path folder, List<String> reads, List<String> own) {
        this.jar = jar;
        this.folder = folder;
        this.reads = reads;
        this.own = own;
    }

    void measure(Report report) {
        List<List<String>> rows = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            rows.add(run("default", PackagedProgram::stop));
        }
        rows.add(runIfItCan("-Xmx512m"));
        run("default", this::changeAndKill);
        rows.add(named("after kill -9", run("default", this::changeAndKill)));
        rows.add(named("after kill -9, -Xmx512m", run("-Xmx512m", PackagedProgram::stop)));
        report.table(
                "Start of the jar with that data",
                List.of("heap", "until health is UP", "resident then", "resident after %d reads".formatted(READS)),
                rows);
    }

    /** A heap may be too small; that is a finding too. */
    private List<String> runIfItCan(String heap) {
        try {
            return run(heap, PackagedProgram::stop);
        } catch (IllegalStateException ended) {
            return List.of(heap, String.valueOf(ended.getMessage()), "", "");
        }
    }

    private static List<String> named(String name, List<String> row) {
        List<String> renamed = new ArrayList<>(row);
        renamed.set(0, name);
        return renamed;
    }

    /** How a process comes to its end. */
    private interface Ending {

        void end(PackagedProcess process, ApiClient louis);
    }

    private void changeAndKill(PackagedProcess process, ApiClient louis) {
        own.forEach(id -> ApiClient.expect(
                200, louis.patch("/api/v1/bookings/" + id, "{\"title\":\"Réunion " + System.nanoTime() + "\"}")));
        process.kill();
    }

    private static void stop(PackagedProcess process, ApiClient louis) {
        process.stop();
    }

    private List<String> run(String heap, Ending ending) {
        try (PackagedProcess process = PackagedProcess.start(jar, folder, heap)) {
            String atFirst = process.resident();
            ApiClient withToken = process.clientOf(Program.LOUIS).withToken();
            for (int i = 0; i < READS; i++) {
                ApiClient.expect(200, withToken.get(reads.get(i % reads.size())));
            }
            String later = process.resident();
            ending.end(process, withToken);
            return List.of(heap, "%s s".formatted(Report.number(process.secondsToStart())), atFirst, later);
        }
    }
}
