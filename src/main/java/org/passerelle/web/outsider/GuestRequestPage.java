package org.passerelle.web.outsider;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.i18n.RoomNames;
import org.passerelle.outsider.ConfirmedRequest;
import org.passerelle.outsider.OutsiderRequest;
import org.passerelle.outsider.OutsiderRequests;
import org.passerelle.outsider.OutsiderRequests.OpenedGuestLink;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the link in the mail of somebody without an account opens: what they asked for, to be confirmed, and later how it stands,
 * to be called off. To look at it does neither.
 */
@Controller
class GuestRequestPage {

    private final OutsiderRequests requests;
    private final Directories directories;
    private final ReasonTexts texts;
    private final PageWords words;

    GuestRequestPage(OutsiderRequests requests, Directories directories, ReasonTexts texts, PageWords words) {
        this.requests = requests;
        this.directories = directories;
        this.texts = texts;
        this.words = words;
    }

    /**
     * What is asked for.
     *
     * @param state of the booking; empty before it is one
     * @param message what was said with a decision; may be empty
     * @param mayConfirm whether a press makes a request of it; {@code mayWithdraw} calls it off
     */
    record GuestLine(
            String title,
            List<String> when,
            String where,
            Optional<String> state,
            String message,
            boolean mayConfirm,
            boolean mayWithdraw) {}

    /** @param pressed what was done just before, as the address says; empty if nothing was */
    private record Visit(String token, String pressed) {}

    @GetMapping("/guest/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return page(opened(token), new Visit(token, done), response, locale, model);
    }

    /** @param press {@code confirm} or {@code withdraw} */
    @PostMapping("/guest/{token}")
    String press(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String press,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        OpenedGuestLink opened = opened(token);
        Optional<List<String>> refusals = switch (press) {
            // Whoever confirms twice has confirmed.
            case "confirm" -> opened.waiting().map(requests::confirm).flatMap(confirmed -> refusals(confirmed, locale));
            case "withdraw" -> opened.booking().map(requests::withdraw).flatMap(result -> refusals(result, locale));
            default -> throw new NoSuchPage("press of that name");
        };
        if (refusals.isEmpty()) {
            return "redirect:/guest/" + token + "?done=" + press;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", refusals.get());
        return page(opened, new Visit(token, ""), response, locale, model);
    }

    private Optional<List<String>> refusals(ConfirmedRequest confirmed, Locale locale) {
        if (confirmed instanceof ConfirmedRequest.AddressHasEnough enough) {
            return Optional.of(List.of(words.text("guest.error.waiting", locale, enough.most())));
        }
        return confirmed instanceof ConfirmedRequest.Tried tried
                ? refusals(tried.result(), locale)
                : Optional.of(List.of(words.text("guest.error.site-waiting", locale)));
    }

    private Optional<List<String>> refusals(BookingResult result, Locale locale) {
        if (result instanceof BookingResult.Done || result instanceof BookingResult.DoneBefore) {
            return Optional.empty();
        }
        return Optional.of(
                result instanceof BookingResult.Refused refused
                        ? refused.reasons().stream()
                                .map(reason -> texts.of(reason, locale))
                                .toList()
                        : List.of(words.text("guest.error.taken", locale)));
    }

    private OpenedGuestLink opened(String token) {
        return requests.open(token).orElseThrow(() -> new NoSuchPage("request of that name"));
    }

    private String page(OpenedGuestLink opened, Visit visit, HttpServletResponse response, Locale locale, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        Directory directory = directories.current();
        GuestLine line = opened.booking()
                .map(booking -> line(booking, directory, locale))
                .or(() -> opened.waiting().map(waiting -> line(waiting, directory, locale)))
                .orElseThrow(() -> new NoSuchPage("request of that name"));
        model.addAttribute("line", line);
        done(opened, visit.pressed()).ifPresent(key -> model.addAttribute("done", key));
        model.addAttribute("token", visit.token());
        site(opened, directory).ifPresent(site -> model.addAttribute("site", site));
        return "guest-request";
    }

    /** What to say of a press, while the request still stands as that left it: the page is looked at again for weeks. */
    private static Optional<String> done(OpenedGuestLink opened, String pressed) {
        return opened.booking()
                .map(Booking::state)
                .filter(state -> pressed.equals("confirm") && state == BookingState.REQUESTED
                        || pressed.equals("withdraw") && state == BookingState.CANCELLED)
                .map(state -> "guest.done." + pressed);
    }

    private GuestLine line(OutsiderRequest waiting, Directory directory, Locale locale) {
        String zone = directory
                .room(waiting.room())
                .map(directory::siteOf)
                .map(Site::zone)
                .map(each -> words.zone(each, locale))
                .orElse("");
        String when = "%s, %s–%s (%s)"
                .formatted(
                        PageWords.day(waiting.start().toLocalDate(), locale),
                        PageWords.time(waiting.start()),
                        PageWords.time(waiting.end()),
                        zone);
        return new GuestLine(
                waiting.about().title(),
                List.of(when),
                names(List.of(waiting.room()), directory),
                Optional.empty(),
                "",
                true,
                false);
    }

    private GuestLine line(Booking booking, Directory directory, Locale locale) {
        boolean isOver = booking.occurrences().stream().allMatch(date -> !date.occupies());
        BookingAccess access = new BookingAccess(requests.person(booking), booking, directory);
        return new GuestLine(
                access.mayRead(BookingPart.CONTENT) ? booking.content().title() : words.text("day.busy", locale),
                booking.occurrences().stream()
                        .map(date -> when(date, booking, locale))
                        .toList(),
                names(booking.rooms(), directory),
                Optional.of(booking.state().name()),
                booking.status().decision().map(made -> made.message()).orElse(""),
                false,
                !booking.isVoid() && !isOver);
    }

    private String when(Occurrence date, Booking booking, Locale locale) {
        var zone = booking.schedule().zone();
        LocalDate day = date.time().start().atZone(zone).toLocalDate();
        return "%s, %s (%s)"
                .formatted(PageWords.day(day, locale), PageWords.times(date.time(), zone), words.zone(zone, locale));
    }

    /** Where they could ask for another; empty if guests may not any more. */
    private Optional<Site> site(OpenedGuestLink opened, Directory directory) {
        Optional<RoomId> room = opened.booking()
                .flatMap(booking -> booking.rooms().stream().findFirst())
                .or(() -> opened.waiting().map(OutsiderRequest::room));
        return room.flatMap(directory::room)
                .map(directory::siteOf)
                .filter(site -> !requests.rooms(site.id()).isEmpty());
    }

    private static String names(List<RoomId> rooms, Directory directory) {
        return RoomNames.joined(
                rooms,
                id -> directory
                        .room(id)
                        .map(room -> RoomNames.withSite(room, directory))
                        .orElse(id.value()));
    }
}
