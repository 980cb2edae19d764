package org.passerelle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * On what the processor time of a booking is spent. Linux tells how much each thread used, in its own code and in the
 * system's; samples of stacks (JFR, a hundred a second of each running thread) divide what was used in Java among the parts of
 * the program. Samples are taken in Java alone: what the kernel does for sockets and files is told as a whole.
 *
 * @param samples by the part of their thread, then by the part of their frames
 * @param used by the part of the threads
 */
record BookingProfile(
        int clients, Latencies calls, Map<String, Map<String, Long>> samples, Map<String, ThreadTimes.Used> used) {

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(10);

    static BookingProfile of(int clients, Duration length, Runnable call) {
        try (Recording recording = new Recording()) {
            recording.enable(SAMPLE).withPeriod(PERIOD);
            recording.start();
            ThreadTimes before = ThreadTimes.now();
            Latencies calls = Load.run(clients, length, call);
            ThreadTimes after = ThreadTimes.now();
            recording.stop();
            Map<String, ThreadTimes.Used> used = byPart(after.since(before));
            return new BookingProfile(clients, calls, samples(recording), withClients(used, calls));
        }
    }

    private static Map<String, ThreadTimes.Used> byPart(List<ThreadTimes.Used> threads) {
        return threads.stream()
                .collect(Collectors.toMap(
                        each -> ProfilePart.ofThread(each.name()),
                        Function.identity(),
                        (some, more) -> new ThreadTimes.Used(
                                some.name(), some.user() + more.user(), some.system() + more.system()),
                        TreeMap::new));
    }

    /** The clients' threads have ended with their calls; what nobody else used was theirs. */
    private static Map<String, ThreadTimes.Used> withClients(Map<String, ThreadTimes.Used> used, Latencies calls) {
        if (!used.isEmpty()) {
            double others = used.values().stream()
                    .mapToDouble(each -> each.user() + each.system())
                    .sum();
            used.merge(
                    ProfilePart.CLIENT,
                    new ThreadTimes.Used(Load.CLIENT, Math.max(0, calls.processorSeconds() - others), 0),
                    (some, more) -> new ThreadTimes.Used(some.name(), some.user() + more.user(), some.system()));
        }
        return used;
    }

    private static Map<String, Map<String, Long>> samples(Recording recording) {
        try {
            Path file = Files.createTempFile("bookings", ".jfr");
            try {
                recording.dump(file);
                return RecordingFile.readAllEvents(file).stream()
                        .filter(event -> event.getEventType().getName().equals(SAMPLE))
                        .collect(Collectors.groupingBy(
                                BookingProfile::threadPart,
                                TreeMap::new,
                                Collectors.groupingBy(BookingProfile::framePart, TreeMap::new, Collectors.counting())));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String threadPart(RecordedEvent sample) {
        RecordedThread thread = sample.getThread("sampledThread");
        return ProfilePart.ofThread(
                Optional.ofNullable(thread).map(RecordedThread::getJavaName).orElse("unknown"));
    }

    private static String framePart(RecordedEvent sample) {
        String thread = threadPart(sample);
        if (!thread.equals(ProfilePart.REQUESTS) && !thread.equals(ProfilePart.STORE)) {
            return thread;
        }
        return Optional.ofNullable(sample.getStackTrace())
                .map(stack -> ProfilePart.ofFrames(stack.getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .toList()))
                .orElse(ProfilePart.OTHER);
    }

    void report(Report report) {
        new ProfileTable(this).report(report);
    }
}
