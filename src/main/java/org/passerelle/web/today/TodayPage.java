package org.passerelle.web.today;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.availability.query.UsualSites;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.Slug;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.LastSite;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.Complaints;
import org.passerelle.web.book.Length;
import org.passerelle.web.book.OrderDesk;
import org.passerelle.web.today.RoomOffers.RoomWish;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first page of everybody: what is next, what waits for them, and a room by one press. */
@Controller
class TodayPage {

    private static final Duration USUAL_LENGTH = Duration.ofHours(1);
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofMinutes(30), USUAL_LENGTH, Duration.ofMinutes(90), Duration.ofHours(2));
    private static final int USUAL_PEOPLE = 2;

    private final MyDay myDay;
    private final Waiting waiting;
    private final RoomOffers offers;
    private final OnePress press;
    private final UsualSites usualSites;
    private final LastSite lastSite;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    TodayPage(
            MyDay myDay,
            Waiting waiting,
            RoomOffers offers,
            OnePress press,
            UsualSites usualSites,
            LastSite lastSite,
            Directories directories,
            PageWords words,
            Clock clock) {
        this.myDay = myDay;
        this.waiting = waiting;
        this.offers = offers;
        this.press = press;
        this.usualSites = usualSites;
        this.lastSite = lastSite;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    /** A length to choose. */
    record LengthChoice(String value, String label) {}

    @GetMapping("/")
    String show(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String length,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Site here = site(site, person, request);
        Duration lasting = Length.usual(length).orElse(USUAL_LENGTH);
        MyDay.MyMeetings mine = myDay.of(person, here.zone(), locale);
        LocalDate today = clock.instant().atZone(here.zone()).toLocalDate();
        Optional<Integer> seats = people(people);
        model.addAttribute("day", PageWords.day(today, locale));
        model.addAttribute("mine", mine);
        model.addAttribute("waits", waiting.of(person, locale));
        model.addAttribute("site", here);
        model.addAttribute("sites", directories.current().sites());
        model.addAttribute("people", seats.map(String::valueOf).orElse(people));
        model.addAttribute("isUnreadable", seats.isEmpty());
        model.addAttribute("length", lasting.toString());
        model.addAttribute(
                "lengths",
                LENGTHS.stream()
                        .map(each -> new LengthChoice(each.toString(), DurationTexts.of(each, locale)))
                        .toList());
        model.addAttribute("mayLook", BookingRights.of(person).mayLookForRooms());
        RoomOffers.Offers found = seats.map(number -> offers.at(new RoomWish(person, here, number, lasting), locale))
                .orElse(RoomOffers.Offers.NONE);
        model.addAttribute("found", found);
        model.addAttribute(
                "announce",
                words.text(
                        "today.announce",
                        locale,
                        found.rooms().size(),
                        found.rooms().stream()
                                .findFirst()
                                .map(RoomOffers.Offer::when)
                                .orElse("")));
        model.addAttribute(
                "usual",
                mine.usual().stream()
                        .flatMap(room -> offers.of(room, person, lasting, locale).stream())
                        .toList());
        return "today";
    }

    /** Books what is offered; what is not free any more is told on the page that offered it. */
    @Metered(fewAtOnce = false)
    @PostMapping("/today/book")
    String book(
            @CurrentPerson Person person,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        Site site = siteOf(sent.getFirst("room"));
        Complaints complaints = new Complaints(words, locale);
        Optional<Booking> made = press.book(person, sent, site, complaints, locale);
        if (made.isEmpty()) {
            next.addFlashAttribute(
                    "refused",
                    complaints.all().stream().map(Complaints.Complaint::text).toList());
            return "redirect:/";
        }
        lastSite.remember(site, request, response);
        next.addFlashAttribute("done", OrderDesk.done(made.get()));
        next.addFlashAttribute("mayUndo", true);
        return "redirect:/bookings/" + made.get().id();
    }

    private Site siteOf(@Nullable String room) {
        Directory directory = directories.current();
        return Optional.ofNullable(room)
                .filter(Slug::isSlug)
                .flatMap(id -> directory.room(new RoomId(id)))
                .map((Room each) -> directory.siteOf(each))
                .orElseThrow(() -> new NoSuchPage("room " + room));
    }

    /** The site named, else the one looked at last, else where they met last, else the first. */
    private Site site(String named, Person person, HttpServletRequest request) {
        Directory directory = directories.current();
        Optional<Site> known = named.isEmpty()
                ? lastSite.remembered(request, directory)
                        .or(() -> usualSites.of(person.id()).flatMap(directory::site))
                : Optional.empty();
        return known.or(() -> lastSite.choose(named.isEmpty() ? null : named, request, directory))
                .orElseThrow(() -> new NoSuchPage("site " + named));
    }

    private static Optional<Integer> people(String typed) {
        if (typed.isBlank()) {
            return Optional.of(USUAL_PEOPLE);
        }
        return Optional.of(typed.strip())
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= Content.MOST_PEOPLE);
    }
}
