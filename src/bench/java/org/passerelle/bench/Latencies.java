package org.passerelle.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How long each of many calls took.
 *
 * @param nanos one for each call
 * @param seconds in which all of them were made
 * @param processorSeconds used meanwhile by this process, in which clients, program and store all run
 */
record Latencies(List<Long> nanos, double seconds, double processorSeconds) {

    private static final double NANOS_PER_MILLISECOND = 1e6;

    Latencies {
        nanos = nanos.stream().sorted().toList();
    }

    static Latencies of(LongStream nanos, double seconds, double processorSeconds) {
        return new Latencies(nanos.boxed().toList(), seconds, processorSeconds);
    }

    /** Calls made one after the other by a single client. */
    static Latencies inTurn(List<Long> nanos) {
        return new Latencies(nanos, nanos.stream().mapToLong(Long::longValue).sum() / 1e9, 0);
    }

    static Latencies all(List<Latencies> parts) {
        return of(
                parts.stream().flatMap(part -> part.nanos().stream()).mapToLong(Long::longValue),
                parts.stream().mapToDouble(Latencies::seconds).sum(),
                parts.stream().mapToDouble(Latencies::processorSeconds).sum());
    }

    int count() {
        return nanos.size();
    }

    double perSecond() {
        return count() / seconds;
    }

    /** Processor time of one call in milliseconds, which other work on the machine hardly changes. */
    double processorMillis() {
        return processorSeconds * 1e3 / count();
    }

    /** The least time in milliseconds that {@code percent} of the calls did not exceed. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * count());
        return nanos.get(Math.max(0, rank - 1)) / NANOS_PER_MILLISECOND;
    }

    double max() {
        return percentile(100);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
