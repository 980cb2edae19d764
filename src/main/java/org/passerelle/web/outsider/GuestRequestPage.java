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
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.i18n.RoomNames;
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

    @GetMapping("/guest/{token}")
    String show(@PathVariable String token, HttpServletResponse response, Locale locale, Model model) {
        return page(opened(token), token, response, locale, model);
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
            case "confirm" ->
                opened.waiting()
                        .map(requests::confirm)
                        .map(result -> refusals(result, locale))
                        .orElse(Optional.empty());
            case "withdraw" ->
                opened.booking()
                        .map(requests::withdraw)
                        .map(result -> refusals(result, locale))
                        .orElse(Optional.empty());
            default -> throw new NoSuchPage("press of that name");
        };
        if (refusals.isEmpty()) {
            return "redirect:/guest/" + token + "?done=" + press;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", refusals.get());
        return page(opened, token, response, locale, model);
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

    private String page(
            OpenedGuestLink opened, String token, HttpServletResponse response, Locale locale, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        Directory directory = directories.current();
        GuestLine line = opened.booking()
                .map(booking -> line(booking, directory, locale))
                .or(() -> opened.waiting().map(waiting -> line(waiting, directory, locale)))
                .orElseThrow(() -> new NoSuchPage("request of that name"));
        model.addAttribute("line", line);
        model.addAttribute("token", token);
        return "guest-request";
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

    private static String names(List<RoomId> rooms, Directory directory) {
        return RoomNames.joined(
                rooms,
                id -> directory
                        .room(id)
                        .map(room -> RoomNames.withSite(room, directory))
                        .orElse(id.value()));
    }
}
