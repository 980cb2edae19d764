package org.passerelle.web.conference;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.Capability;
import org.passerelle.conference.Conferences;
import org.passerelle.conference.Provider;
import org.passerelle.conference.ProviderFailed;
import org.passerelle.conference.Providers;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.link.NoSuchHolder;
import org.passerelle.conference.link.RevokeLinks;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.SiteClocks;
import org.passerelle.web.conference.ConferenceDates.DateStanding;
import org.passerelle.web.conference.ConferenceRooms.ConferenceRoomLine;
import org.passerelle.web.conference.ending.EndingNotices;
import org.passerelle.web.conference.join.JoinTimes;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conference of a booking: the reader's own link, those of the rooms they connect, and how it stands. */
@Controller
class ConferencePage {

    private final ReadingBookings reading;
    private final ConferenceDates dates;
    private final JoinTimes times;
    private final SiteClocks clocks;
    private final Conferences conferences;
    private final Providers providers;
    private final ConferenceRooms rooms;
    private final RevokeLinks revoking;
    private final Accounts accounts;
    private final EndingNotices notices;
    private final Directories directories;

    ConferencePage(
            ReadingBookings reading,
            ConferenceDates dates,
            JoinTimes times,
            SiteClocks clocks,
            Conferences conferences,
            Providers providers,
            ConferenceRooms rooms,
            RevokeLinks revoking,
            Accounts accounts,
            EndingNotices notices,
            Directories directories) {
        this.reading = reading;
        this.dates = dates;
        this.times = times;
        this.clocks = clocks;
        this.conferences = conferences;
        this.providers = providers;
        this.rooms = rooms;
        this.revoking = revoking;
        this.accounts = accounts;
        this.notices = notices;
        this.directories = directories;
    }

    /** Somebody who has a link of their own, which is told to nobody else. */
    record PersonLine(String email, String name) {}

    /** @param date of a series, the start that its rule gave it; without it the one that is on or comes next */
    @GetMapping("/bookings/{id}/conference")
    String show(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String date,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Booking booking = booking(id);
        Directory directory = directories.current();
        BookingAccess access = new BookingAccess(person, booking, directory);
        boolean mayRead = access.mayRead(BookingPart.CONTENT);
        boolean mayJoin = access.mayJoin();
        if (!mayJoin && !access.mayRun()) {
            throw new NotYourBooking(booking.id(), person.id());
        }
        requireConference(booking);
        Optional<VideoMeeting> meeting = dates.of(booking, date);
        DateStanding standing = dates.standing(booking, meeting);
        List<ConferenceRoomLine> lines = rooms.of(person, booking, meeting);
        if (!mayJoin && lines.isEmpty()) {
            throw new NotYourBooking(booking.id(), person.id());
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("id", id);
        model.addAttribute("subject", mayRead ? booking.content().title() : "");
        model.addAttribute("date", date);
        model.addAttribute("standing", standing);
        Set<SiteId> told = sites(lines, directory);
        meeting.ifPresent(each -> describe(booking, each, site -> mayJoin || told.contains(site.id()), locale, model));
        model.addAttribute(
                "own",
                mayJoin
                        ? conferences
                                .of(booking, Joining.person(person.email()))
                                .orElseThrow()
                        : null);
        model.addAttribute("rooms", lines);
        Optional<VideoMeeting> standingDate =
                meeting.filter(each -> standing != DateStanding.CANCELLED && standing != DateStanding.DECLINED);
        model.addAttribute(
                "held",
                standingDate
                        .map(each -> HeldLines.of(booking, each, told, directory))
                        .orElse(List.of()));
        model.addAttribute(
                "dialIns",
                mayJoin || mayRead ? standingDate.map(conferences::dialIns).orElse(List.of()) : List.of());
        boolean mayRenew = access.mayWrite(BookingPart.CONTENT);
        model.addAttribute("mayLengthen", access.mayRun());
        model.addAttribute("mayRenew", mayRenew);
        model.addAttribute("people", mayRenew ? people(booking) : List.of());
        meeting.filter(each -> standing == DateStanding.OPEN).ifPresent(each -> tellOfNow(each, locale, model));
        return "meeting";
    }

    private static Set<SiteId> sites(List<ConferenceRoomLine> lines, Directory directory) {
        return lines.stream()
                .flatMap(line -> directory.room(new RoomId(line.id())).stream())
                .map(Room::site)
                .collect(Collectors.toSet());
    }

    /**
     * Makes all links void, or one.
     *
     * @param email of whose link alone
     * @param room whose link alone
     */
    @PostMapping("/bookings/{id}/conference/new-links")
    String renew(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(defaultValue = "") String date,
            RedirectAttributes next) {
        BookingId booking = booking(id).id();
        BookingResult result = email.isEmpty() && room.isEmpty()
                ? revoking.revoke(person, booking)
                : revokeOne(person, booking, holder(email, room));
        boolean done = result instanceof BookingResult.Done;
        next.addFlashAttribute(
                done ? "done" : "refused", email.isEmpty() && room.isEmpty() ? "renewed" : "renewed-one");
        return redirect(id, date, next);
    }

    /** Back to the date that was looked at. */
    static String redirect(String id, String date, RedirectAttributes next) {
        if (!date.isEmpty()) {
            next.addAttribute("date", date);
        }
        return "redirect:/bookings/" + id + "/conference";
    }

    private BookingResult revokeOne(Person person, BookingId booking, Joining holder) {
        try {
            return revoking.revoke(person, booking, holder);
        } catch (NoSuchHolder e) {
            throw new NoSuchPage("link of theirs to " + booking);
        }
    }

    private static Joining holder(String email, String room) {
        try {
            return email.isEmpty() ? Joining.room(new RoomId(room)) : Joining.person(new EmailAddress(email));
        } catch (IllegalArgumentException e) {
            throw new NoSuchPage("link of theirs");
        }
    }

    /** The organiser first. */
    private List<PersonLine> people(Booking booking) {
        Contact organiser = accounts.contact(booking.owner().organiser());
        Stream<PersonLine> invited = booking.content().attendees().stream()
                .filter(attendee -> !attendee.email().equals(organiser.email()))
                .map(attendee -> new PersonLine(attendee.email().value(), attendee.name()));
        return Stream.concat(Stream.of(new PersonLine(organiser.email().value(), organiser.name())), invited)
                .toList();
    }

    private Booking booking(String id) {
        return BookingId.parse(id)
                .flatMap(reading::find)
                .orElseThrow(() -> new NoSuchPage("conference of that booking"));
    }

    /** Asked last, for whether there is one is told to nobody who may not know. */
    private static void requireConference(Booking booking) {
        if (booking.content().conference().isEmpty()) {
            throw new NoSuchPage("conference of that booking");
        }
    }

    private void describe(Booking booking, VideoMeeting meeting, Predicate<Site> told, Locale locale, Model model) {
        model.addAttribute("places", times.of(meeting, told, locale));
        model.addAttribute("opens", clocks.moment(meeting.open().start(), meeting, told, locale));
        booking.status()
                .heldUntil()
                .ifPresent(until -> model.addAttribute("heldUntil", clocks.moment(until, meeting, told, locale)));
        model.addAttribute("steps", dates.steps(booking, meeting, locale));
        model.addAttribute("provider", meeting.provider());
    }

    private void tellOfNow(VideoMeeting meeting, Locale locale, Model model) {
        present(meeting).ifPresent(count -> model.addAttribute("present", count));
        notices.of(meeting, locale).ifPresent(notice -> model.addAttribute("ending", notice));
    }

    private OptionalInt present(VideoMeeting meeting) {
        Optional<Provider> provider = providers
                .named(meeting.provider())
                .filter(each -> each.isReady() && each.capabilities().contains(Capability.PRESENCE));
        try {
            return provider.map(each -> each.present(meeting)).orElseGet(OptionalInt::empty);
        } catch (ProviderFailed e) {
            return OptionalInt.empty();
        }
    }
}
