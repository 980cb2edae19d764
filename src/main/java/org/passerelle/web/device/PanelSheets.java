package org.passerelle.web.device;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.device.RoomDates;
import org.passerelle.device.RoomDates.RoomDate;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.reception.call.HelpCalls;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** What the panel of a room shows today to whoever walks by: how it stands, who meets now and next, how to join, and whom to call. */
@Component
class PanelSheets {

    /** What there is space for on a wall. */
    private static final int MOST_AHEAD = 3;

    private final RoomDates dates;
    private final SheetParts parts;
    private final PanelArrivals arrivals;
    private final HelpCalls calls;
    private final Accounts accounts;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    PanelSheets(
            RoomDates dates,
            SheetParts parts,
            PanelArrivals arrivals,
            HelpCalls calls,
            Accounts accounts,
            Directories directories,
            PageWords words,
            Clock clock) {
        this.dates = dates;
        this.parts = parts;
        this.arrivals = arrivals;
        this.calls = calls;
        this.accounts = accounts;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The sheet of today.
     *
     * @param ahead what follows, as far as there is space on a wall
     * @param more how many follow that
     * @param walkUps for how long the room can be booked now
     * @param call for help that is open, or was answered some minutes ago
     */
    record Sheet(
            Head head,
            Status status,
            Optional<Entry> current,
            List<Entry> ahead,
            int more,
            List<PanelArrivals.Choice> walkUps,
            Optional<Call> call,
            SheetParts.Help help) {}

    /**
     * @param time when the sheet was made, on the room's clock
     * @param made that moment
     * @param zone of the room's clock
     * @param left of what is countable, how many nobody has now
     */
    record Head(String room, String site, String day, String time, Instant made, String zone, Optional<String> left) {}

    /**
     * How the room stands.
     *
     * @param until the moment from which that is not true any more
     * @param at a time that belongs to the state: until when it is free or taken, or by when to check in; none if that is today
     */
    record Status(PanelState state, Instant until, Optional<String> at) {}

    /** @param answered when somebody said that they come */
    record Call(String at, Optional<String> answered) {}

    /**
     * One meeting.
     *
     * @param title of the booking where the room may show it, else that the room is taken
     * @param organiser the name, where the title may be shown
     */
    record Entry(
            String times,
            String title,
            Optional<String> organiser,
            Optional<Link> link,
            PanelArrivals.Arrival arrival) {}

    /**
     * How a meeting is linked with others.
     *
     * @param sites the others, with the times of those whose clocks differ
     * @param isOpen whether people are let in
     * @param opens from when on
     * @param hasBrowser whether the room can enter by one
     * @param ways what is dialled; PINs only while people are let in, for anybody may walk by
     * @param holdsPinBack whether there is one that does not show yet
     */
    record Link(
            List<String> sites,
            boolean isOpen,
            String opens,
            boolean hasBrowser,
            List<SheetParts.DialWay> ways,
            boolean holdsPinBack) {}

    Sheet of(Room room, Locale locale) {
        Instant now = clock.instant();
        Site site = directories.current().siteOf(room);
        ZoneId zone = site.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        Interval day = Interval.ofDay(today, zone);
        List<RoomDate> left = dates.of(room, day).stream()
                .filter(date -> date.date().state() != OccurrenceState.ENDED)
                .filter(date -> date.date().time().end().isAfter(now))
                .toList();
        List<RoomDate> ahead = left.stream()
                .filter(date -> date.date().time().start().isAfter(now))
                .toList();
        Optional<RoomDate> current = left.stream()
                .filter(date -> !room.isCountable() && date.date().time().contains(now))
                .findFirst();
        PanelOutlook outlook = PanelOutlook.of(
                now,
                day,
                OpeningTimes.within(day, room, site),
                current,
                current.flatMap(date -> arrivals.release(date.booking(), date.date())),
                room.isCountable() ? List.of() : ahead);
        return new Sheet(
                new Head(
                        room.name(),
                        site.name(),
                        PageWords.day(today, locale),
                        PageWords.time(now, zone),
                        now,
                        zone.getId(),
                        units(left, room, now, locale)),
                status(outlook, current, zone),
                current.map(date -> entry(date, room, now, locale)),
                ahead.stream()
                        .limit(MOST_AHEAD)
                        .map(date -> entry(date, room, now, locale))
                        .toList(),
                Math.max(0, ahead.size() - MOST_AHEAD),
                current.isPresent() ? List.of() : arrivals.walkUps(room, locale),
                calls.shownAt(room)
                        .map(call -> new Call(
                                PageWords.time(call.at(), zone), call.answered().map(at -> PageWords.time(at, zone)))),
                parts.help(room));
    }

    private static Status status(PanelOutlook outlook, Optional<RoomDate> current, ZoneId zone) {
        Optional<Instant> at = outlook.state() == PanelState.BUSY
                ? current.map(date -> date.date().time().end())
                : outlook.state() == PanelState.CHECK_IN ? Optional.of(outlook.until()) : outlook.next();
        return new Status(outlook.state(), outlook.until(), at.map(each -> PageWords.time(each, zone)));
    }

    private Optional<String> units(List<RoomDate> dates, Room room, Instant now, Locale locale) {
        if (!room.isCountable()) {
            return Optional.empty();
        }
        long taken = dates.stream()
                .flatMap(date -> date.date().places().stream())
                .filter(place -> place.claimed().contains(now))
                .flatMap(place -> place.numbers().stream())
                .filter(room.numbers()::contains)
                .distinct()
                .count();
        int all = room.numbers().size();
        return Optional.of(words.text("day.units", locale, all - taken, all));
    }

    private Entry entry(RoomDate date, Room room, Instant now, Locale locale) {
        Booking booking = date.booking();
        boolean mayShow = BookingAccess.mayShowInRoom(booking, room.profile().endpoint());
        ZoneId zone = directories.current().siteOf(room).zone();
        return new Entry(
                PageWords.times(date.date().time(), zone),
                mayShow ? booking.content().title() : words.text("day.busy", locale),
                mayShow ? accounts.person(booking.owner().organiser()).map(Person::name) : Optional.empty(),
                date.meeting().map(meeting -> link(meeting, room, now, locale)),
                arrivals.of(booking, date.date(), room));
    }

    private Link link(VideoMeeting meeting, Room room, Instant now, Locale locale) {
        Site here = directories.current().siteOf(room);
        boolean isOpen = meeting.isOpen(now);
        List<SheetParts.DialWay> ways = parts.ways(room, meeting);
        return new Link(
                sites(meeting, here, locale),
                isOpen,
                PageWords.time(meeting.open().start(), here.zone()),
                room.profile().endpoint().speaks(Endpoint.WEB),
                ways.stream().map(way -> isOpen ? way : way.withoutPin()).toList(),
                !isOpen && ways.stream().anyMatch(way -> way.pin().isPresent()));
    }

    private List<String> sites(VideoMeeting meeting, Site here, Locale locale) {
        Directory directory = directories.current();
        return meeting.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .map(directory::siteOf)
                .distinct()
                .filter(site -> !site.equals(here))
                .map(site -> parts.withTimes(site.name(), meeting, here.zone(), site.zone(), locale))
                .toList();
    }
}
