package org.passerelle.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of a profile, the dearest first. */
final class ProfileTable {

    private static final String KERNEL = "in the kernel (sockets, disk, waking), for ";
    private static final double LEAST_MILLIS = 0.005;

    private final BookingProfile profile;
    private final Map<String, Double> millis = new HashMap<>();
    private final Map<String, Long> samples = new HashMap<>();

    ProfileTable(BookingProfile profile) {
        this.profile = profile;
        profile.samples()
                .values()
                .forEach(parts -> parts.forEach((part, count) -> samples.merge(part, count, Long::sum)));
        profile.used().forEach(this::divide);
    }

    /** What the threads of {@code part} used in their own code, by their samples; the kernel's work for them apart. */
    private void divide(String part, ThreadTimes.Used used) {
        if (part.equals(ProfilePart.REQUESTS) || part.equals(ProfilePart.STORE)) {
            Map<String, Long> frames = profile.samples().getOrDefault(part, Map.of(ProfilePart.OTHER, 1L));
            double all = frames.values().stream().mapToLong(Long::longValue).sum();
            frames.forEach((frame, count) -> add(frame, used.user() * count / all));
            add(KERNEL + part, used.system());
        } else {
            add(part, used.user() + used.system());
        }
    }

    private void add(String part, double seconds) {
        millis.merge(part, seconds * 1e3 / profile.calls().count(), Double::sum);
    }

    void report(Report report) {
        double all = samples.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Double> parts = new TreeMap<>(millis);
        samples.forEach((part, count) -> parts.putIfAbsent(part, 0.0));
        List<List<String>> rows = parts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .filter(each -> each.getValue() >= LEAST_MILLIS || samples.containsKey(each.getKey()))
                .map(each -> List.of(each.getKey(), share(each.getKey(), all), millis(each.getKey())))
                .toList();
        report.table(
                "Where the processor time of a booking goes: %d clients, %d bookings, %.0f samples, %s ms of processor each"
                        .formatted(
                                profile.clients(),
                                profile.calls().count(),
                                all,
                                Report.number(profile.calls().processorMillis())),
                List.of("part", "share of samples in Java", "ms a booking"),
                rows);
    }

    private String share(String part, double all) {
        Long count = samples.get(part);
        return count == null ? "" : "%.1f %%".formatted(count * 100 / all);
    }

    private String millis(String part) {
        Double known = millis.get(part);
        return known == null ? "not known" : Report.number(known);
    }
}
