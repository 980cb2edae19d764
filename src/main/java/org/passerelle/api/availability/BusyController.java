package org.passerelle.api.availability;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.api.NotFound;
import org.passerelle.api.TimeFields;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.busy.BusyTime;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.Metered;
import org.passerelle.time.Interval;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells everybody with an account when a room is taken or shut, and nobody what for. */
@RestController
@Metered(fewAtOnce = false)
class BusyController {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(800);

    private final ReadingBookings reading;
    private final Directories directories;

    BusyController(ReadingBookings reading, Directories directories) {
        this.reading = reading;
        this.directories = directories;
    }

    /** When a room cannot be had, merged and sorted, the firmest first to count. */
    record Busy(String room, List<Stretch> busy) {}

    /** Half-open; {@code type} is {@code BUSY}, {@code TENTATIVE} or, outside opening hours and on closed days, {@code UNAVAILABLE}. */
    @Schema(name = "BusyPeriod")
    record Stretch(
            Instant from,
            Instant to,

            @Schema(implementation = BusyTime.BusyKind.class)
            String type) {

        static Stretch of(BusyTime time) {
            return new Stretch(
                    time.interval().start(), time.interval().end(), time.kind().name());
        }
    }

    @Operation(summary = "Tells when a room is taken or shut, and nobody what for.")
    @GetMapping("/api/v1/rooms/{id}/busy")
    Busy busy(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Directory directory = directories.current();
        Room room =
                Fields.quietly(id, RoomId::new).flatMap(directory::room).orElseThrow(() -> new NotFound("room " + id));
        Interval window = TimeFields.window(from, to, LONGEST_WINDOW);
        List<BusyTime> busy =
                OpeningTimes.closedOrTaken(reading.busy(room, window), window, room, directory.siteOf(room));
        return new Busy(id, busy.stream().map(Stretch::of).toList());
    }
}
