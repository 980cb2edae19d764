package org.passerelle.web.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.arrival.WalkUpBooking;
import org.passerelle.booking.Attendance;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.Extension;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.conference.link.JoinLinkResolver;
import org.passerelle.device.RoomDates;
import org.passerelle.device.RoomDates.RoomDate;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.reception.call.HelpCalls;
import org.passerelle.reception.call.HelpKind;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is pressed on the panel of a room. Whoever stands there need not say who they are; the room's own link lets them do this
 * to what takes place in that room today, and to nothing else.
 */
@Controller
class PanelActions {

    private static final String NAME = "start";

    private final JoinLinkResolver door;
    private final RoomDates dates;
    private final Attendance attendance;
    private final Extension extension;
    private final WalkUpBooking walkUps;
    private final HelpCalls calls;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    PanelActions(
            JoinLinkResolver door,
            RoomDates dates,
            Attendance attendance,
            Extension extension,
            WalkUpBooking walkUps,
            HelpCalls calls,
            Directories directories,
            PageWords words,
            Clock clock) {
        this.door = door;
        this.dates = dates;
        this.attendance = attendance;
        this.extension = extension;
        this.walkUps = walkUps;
        this.calls = calls;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    /** @param start of the meeting that people have come to */
    @PostMapping("/join/{token}/sheet/check-in")
    String checkIn(
            @PathVariable String token,
            @RequestParam(name = NAME, defaultValue = "") String start,
            @RequestParam(defaultValue = "0") String waited) {
        return onDate(
                token,
                start,
                waited,
                PanelNotice.CHECKED_IN,
                date -> attendance.checkInUnnamed(
                        date.booking().id(), date.date().recurrenceId()));
    }

    /** @param start of the meeting that is over */
    @PostMapping("/join/{token}/sheet/end")
    String end(
            @PathVariable String token,
            @RequestParam(name = NAME, defaultValue = "") String start,
            @RequestParam(defaultValue = "0") String waited) {
        return onDate(
                token,
                start,
                waited,
                PanelNotice.ENDED,
                date -> date.date().state() == OccurrenceState.ENDED
                        ? new BookingResult.DoneBefore(date.booking())
                        : attendance.endUnnamed(date.booking().id(), date.date().recurrenceId()));
    }

    /**
     * @param start of the meeting that is to last longer
     * @param until its end, one of those that the panel offered
     */
    @PostMapping("/join/{token}/sheet/extend")
    String extend(
            @PathVariable String token,
            @RequestParam(name = NAME, defaultValue = "") String start,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "0") String waited) {
        Optional<Instant> end = WrittenTimes.ifReadable(until, WrittenTimes::instant);
        return onDate(
                token,
                start,
                waited,
                PanelNotice.EXTENDED,
                date -> end.filter(wished -> isNear(date, wished))
                        .map(wished -> extension.unnamed(
                                date.booking().id(), date.date().recurrenceId(), wished))
                        .orElseThrow(() -> new NoSuchPage("end of that name")));
    }

    /**
     * @param seen when the panel said that the room is free
     * @param press names the press, so that one that is sent twice books once; without scripts that is {@code seen}
     */
    @PostMapping("/join/{token}/sheet/book")
    String book(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String length,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String press,
            @RequestParam(defaultValue = "0") String waited,
            Locale locale) {
        Room room = room(token);
        Optional<Duration> wished = WrittenTimes.ifReadable(length, WrittenTimes::duration);
        Optional<Instant> when = instant(seen);
        if (wished.isEmpty() || when.isEmpty()) {
            throw new NoSuchPage("length of that name");
        }
        PanelPress pressed = PanelPress.of(press.isEmpty() ? when.get().toString() : press, waited);
        if (walkUps.earlier(room, wished.get(), pressed.name()).isPresent()) {
            return back(token, PanelNotice.BOOKED);
        }
        if (pressed.isTooLateToBook()) {
            return back(token, PanelNotice.TOO_LATE);
        }
        BookingResult result =
                walkUps.book(room, wished.get(), words.text("panel.walk-up.title", locale), pressed.name());
        return back(token, result, PanelNotice.BOOKED, pressed);
    }

    /**
     * @param kind of help that is called for
     * @param press names the press, so that one that is sent twice calls once
     */
    @PostMapping("/join/{token}/sheet/help")
    String help(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String press,
            @RequestParam(defaultValue = "0") String waited) {
        Room room = room(token);
        HelpKind wanted = Arrays.stream(HelpKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("help of that name"));
        PanelPress pressed = PanelPress.of(press.isEmpty() ? seen : press, waited);
        if (pressed.isTooLateToCall()) {
            return back(token, PanelNotice.TOO_LATE);
        }
        return back(
                token,
                switch (calls.call(room, wanted, pressed.name())) {
                    case CALLED -> PanelNotice.CALLED;
                    case CALLED_BEFORE -> PanelNotice.CALLED_BEFORE;
                    case TOO_MANY -> PanelNotice.TOO_MANY_CALLS;
                });
    }

    private String onDate(
            String token, String start, String waited, PanelNotice done, Function<RoomDate, BookingResult> action) {
        Room room = room(token);
        PanelPress pressed = PanelPress.of("-", waited);
        Optional<RoomDate> meant = instant(start).flatMap(time -> today(room, time));
        return meant.map(date -> back(token, action.apply(date), done, pressed))
                .orElseGet(() -> back(token, pressed.hasWaited() ? PanelNotice.TOO_LATE : PanelNotice.NOT_NOW));
    }

    private Optional<RoomDate> today(Room room, Instant start) {
        ZoneId zone = directories.current().siteOf(room).zone();
        Interval today = Interval.ofDay(clock.instant().atZone(zone).toLocalDate(), zone);
        return dates.of(room, today).stream()
                .filter(date -> date.date().time().start().equals(start))
                .findFirst();
    }

    /** A panel makes nothing longer than it offers. */
    private static boolean isNear(RoomDate date, Instant until) {
        Instant end = date.date().time().end();
        return !until.isAfter(end.plus(Duration.ofHours(1)));
    }

    private Room room(String token) {
        return door.room(token)
                .flatMap(directories.current()::room)
                .orElseThrow(() -> new NoSuchPage("panel of that name"));
    }

    private static String back(String token, BookingResult result, PanelNotice done, PanelPress pressed) {
        if (result instanceof BookingResult.Done || result instanceof BookingResult.DoneBefore) {
            return back(token, done);
        }
        if (pressed.hasWaited()) {
            return back(token, PanelNotice.TOO_LATE);
        }
        return back(token, result instanceof BookingResult.Occupied ? PanelNotice.TAKEN : PanelNotice.NOT_NOW);
    }

    private static String back(String token, PanelNotice notice) {
        return "redirect:/join/" + token + "/sheet?notice=" + notice;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(WrittenTimes.instant(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
