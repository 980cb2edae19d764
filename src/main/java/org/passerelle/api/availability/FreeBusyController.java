package org.passerelle.api.availability;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.calendar.CalendarAnswers;
import org.passerelle.calendar.feed.FreeBusy;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Free/busy by address, for Outlook's "Internet Free-Busy" and CalConnect's Freebusy Read URL. */
@RestController
class FreeBusyController {

    private final FreeBusy freeBusy;
    private final Clock clock;

    FreeBusyController(FreeBusy freeBusy, Clock clock) {
        this.freeBusy = freeBusy;
        this.clock = clock;
    }

    /**
     * When a room cannot be had.
     *
     * @param token of a feed that shows the room
     * @param start a date or time as ISO 8601 writes it, with or without hyphens; by default today
     * @param end the same; not together with {@code period}
     * @param period such as {@code P6W}, which is the default
     */
    @Operation(summary = "Tells calendar programs when a room is taken (VFREEBUSY), by the secret of a feed.")
    @GetMapping({"/api/v1/freebusy/{room}.ifb", "/freebusy/{room}.ifb"})
    ResponseEntity<byte[]> freeBusy(
            @PathVariable String room,
            @RequestParam(required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable String end,
            @RequestParam(required = false) @Nullable String period) {
        Optional<Room> known = Optional.ofNullable(token).flatMap(secret -> freeBusy.room(secret, room));
        if (known.isEmpty()) {
            return CalendarAnswers.unknown();
        }
        ZoneId zone = freeBusy.zoneOf(known.get());
        Instant today =
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Optional<Interval> window = FreeBusyWindow.of(start, end, period, today, zone);
        return window.map(asked -> CalendarAnswers.answer(freeBusy.write(known.get(), asked)))
                .orElseGet(() -> CalendarAnswers.plain(
                        HttpStatus.BAD_REQUEST,
                        "start and end are dates or times such as 20261201T080000Z, period is such as P6W;"
                                + " at most 800 days, and either end or period."));
    }
}
