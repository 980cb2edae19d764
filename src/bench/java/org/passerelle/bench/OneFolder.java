package org.passerelle.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The parts that follow one another on one data folder: each finds there what those before have stored. */
final class OneFolder {

    private static final List<String> NEED_BOOKINGS = List.of("stored", "hostile", "feeds", "jar", "load");

    private final Effort effort;
    private final Set<String> parts;
    private final Path data;
    private final Path jar;
    /** Ids of Louis's bookings. */
    private final List<String> own = new ArrayList<>();

    /** @param data an empty folder */
    OneFolder(Effort effort, Set<String> parts, Path data, Path jar) {
        this.effort = effort;
        this.parts = parts;
        this.data = data;
        this.jar = jar;
    }

    void measure(Report report) {
        FreeHours hours = empty(report);
        if (Collections.disjoint(parts, NEED_BOOKINGS)) {
            return;
        }
        List<String> reads = full(report, hours);
        if (parts.contains("feeds")) {
            new RoomFeeds(effort, data, hours).measure(report);
        }
        if (parts.contains("jar")) {
            new PackagedProgram(jar, data, reads, own).measure(report);
        }
        if (parts.contains("load")) {
            new LongLoad(effort.load(), jar, data, hours, reads).measure(report);
        }
    }

    /** Returns the hours that can be booked. */
    private FreeHours empty(Report report) {
        try (Program program = Program.start(data)) {
            FreeHours hours = FreeHours.of(program.directory(), program.person(Program.LOUIS), Instant.now());
            report.paragraph("%,d hours can be booked in %d rooms.".formatted(hours.total(), hours.rooms()));
            if (parts.contains("planner")) {
                new AvailabilityOverHttp(effort, program, hours).measure(report);
            }
            if (!Collections.disjoint(parts, NEED_BOOKINGS)) {
                new StoredBookings(effort, program, hours, own).fill(report);
            }
            return hours;
        }
    }

    /** Returns paths that are worth reading. */
    private List<String> full(Report report, FreeHours hours) {
        try (Program program = Program.start(data)) {
            StoredBookings stored = new StoredBookings(effort, program, hours, own);
            if (parts.contains("stored")) {
                stored.measure(report);
            }
            if (parts.contains("hostile")) {
                new HostileInputs(program, hours).measure(report);
            }
            return stored.paths();
        }
    }
}
