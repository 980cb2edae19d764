package org.passerelle.web.reception;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.arrival.noshow.NoShowFigures;
import org.passerelle.booking.approval.WaitingRequests;
import org.passerelle.booking.task.SiteTask;
import org.passerelle.booking.task.SiteTask.TaskKind;
import org.passerelle.booking.task.SiteTasks;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.i18n.LayoutTexts;
import org.passerelle.reception.DeskGuest;
import org.passerelle.reception.GuestLists;
import org.passerelle.reception.GuestLists.Arrival;
import org.passerelle.reception.SiteMeetings;
import org.passerelle.reception.SiteMeetings.SiteMeeting;
import org.passerelle.reception.SiteMeetings.ToldMeeting;
import org.passerelle.reception.call.HelpCall;
import org.passerelle.reception.call.HelpCalls;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.passerelle.web.reception.Desk.DeskCall;
import org.passerelle.web.reception.Desk.DeskMeeting;
import org.passerelle.web.reception.Desk.DeskNoShow;
import org.passerelle.web.reception.Desk.DeskTask;
import org.passerelle.web.reception.Desk.DeskVisitor;
import org.springframework.stereotype.Component;

/** Gathers what the reception of a site has before it on one day, as far as whoever manages the site may be told. */
@Component
class Desks {

    private final SiteMeetings meetings;
    private final GuestLists guests;
    private final SiteTasks tasks;
    private final NoShowFigures noShows;
    private final WaitingRequests requests;
    private final HelpCalls calls;
    private final Accounts accounts;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    Desks(
            SiteMeetings meetings,
            GuestLists guests,
            SiteTasks tasks,
            NoShowFigures noShows,
            WaitingRequests requests,
            HelpCalls calls,
            Accounts accounts,
            Directories directories,
            PageWords words,
            Clock clock) {
        this.meetings = meetings;
        this.guests = guests;
        this.tasks = tasks;
        this.noShows = noShows;
        this.requests = requests;
        this.calls = calls;
        this.accounts = accounts;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    /** What names one date of one booking. */
    private record DateName(String booking, Instant recurrenceId) {}

    Desk of(Person person, Site site, LocalDate day, Locale locale) {
        Directory directory = directories.current();
        Instant now = clock.instant();
        Interval time = Interval.ofDay(day, site.zone());
        Map<DateName, Arrival> expected = guests.expected(person, site, day).stream()
                .collect(Collectors.toMap(
                        each -> new DateName(each.booking().value(), each.recurrenceId()), Function.identity()));
        return new Desk(
                calls.at(person, site.id()).stream()
                        .map(each -> call(each, directory, site.zone()))
                        .toList(),
                meetings.on(person, site, day).stream()
                        .map(each -> meeting(each, expected, site.zone(), now, locale))
                        .toList(),
                tasks.of(site, time).stream()
                        .map(each -> task(each, directory, site.zone(), locale))
                        .toList(),
                missed(site, time, directory),
                requests.of(person, Optional.of(site.id())).size());
    }

    private static DeskCall call(HelpCall call, Directory directory, ZoneId zone) {
        return new DeskCall(
                call.id(),
                PageWords.time(call.at(), zone),
                names(List.of(call.room()), directory),
                call.kind().name(),
                call.answered().map(at -> PageWords.time(at, zone)));
    }

    private DeskMeeting meeting(
            SiteMeeting meeting, Map<DateName, Arrival> expected, ZoneId zone, Instant now, Locale locale) {
        String booking = meeting.booking().id().value();
        Instant date = meeting.date().recurrenceId();
        Optional<Arrival> arrival = Optional.ofNullable(expected.get(new DateName(booking, date)));
        Optional<PersonId> host =
                arrival.map(Arrival::host).or(() -> meeting.told().map(ToldMeeting::host));
        return new DeskMeeting(
                booking + "-" + date.getEpochSecond(),
                PageWords.times(meeting.date().time(), zone),
                names(meeting.rooms(), directories.current()),
                meeting.told().map(ToldMeeting::title).orElseGet(() -> words.text("reception.reserved", locale)),
                host.map(each -> accounts.contact(each).shown()),
                DeskState.of(meeting.booking(), meeting.date(), now),
                booking,
                date.toString(),
                arrival.stream()
                        .flatMap(each -> each.guests().stream())
                        .map(guest -> visitor(guest, zone))
                        .toList());
    }

    private static DeskVisitor visitor(DeskGuest guest, ZoneId zone) {
        return new DeskVisitor(
                guest.id(),
                guest.guest().name(),
                guest.guest().organisation(),
                guest.arrived().map(at -> PageWords.time(at, zone)));
    }

    private static DeskTask task(SiteTask task, Directory directory, ZoneId zone, Locale locale) {
        Optional<Room> room = directory.room(task.room());
        String what = task.kind() == TaskKind.SERVICE
                ? directory.service(task.what()).map(ServiceOffer::name).orElse(task.what())
                : LayoutTexts.of(task.what(), room.stream().toList(), locale);
        return new DeskTask(
                PageWords.time(task.at(), zone),
                task.kind().name(),
                task.quantity() > 1 ? task.quantity() + " × " + what : what,
                room.map(Room::name).orElse(task.room().value()),
                task.note(),
                task.certain());
    }

    private List<DeskNoShow> missed(Site site, Interval time, Directory directory) {
        List<RoomId> rooms = directory.roomsAt(site.id()).stream().map(Room::id).toList();
        return noShows.dates(rooms, time.start()).stream()
                .filter(missed -> time.contains(missed.start()))
                .map(missed -> new DeskNoShow(
                        PageWords.time(missed.start(), site.zone()),
                        names(missed.rooms().stream().filter(rooms::contains).toList(), directory)))
                .toList();
    }

    private static String names(Collection<RoomId> rooms, Directory directory) {
        return rooms.stream()
                .map(room -> directory.room(room).map(Room::name).orElse(room.value()))
                .collect(Collectors.joining(", "));
    }
}
