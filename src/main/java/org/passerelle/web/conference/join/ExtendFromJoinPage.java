package org.passerelle.web.conference.join;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.conference.Endings;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.link.JoinLinkResolver;
import org.passerelle.conference.link.JoinStatus;
import org.passerelle.conference.link.JoinStatus.JoinState;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.conference.ending.EndingNotice;
import org.passerelle.web.conference.ending.EndingNotices;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organiser's one press on the page of a conference by which it lasts longer. A press by anybody else changes nothing. */
@Controller
class ExtendFromJoinPage {

    private final JoinLinkResolver door;
    private final JoinEndingNotice ending;
    private final Endings endings;
    private final EndingNotices notices;

    ExtendFromJoinPage(JoinLinkResolver door, JoinEndingNotice ending, Endings endings, EndingNotices notices) {
        this.door = door;
        this.ending = ending;
        this.endings = endings;
        this.notices = notices;
    }

    /** @param end which the presser saw, so that pressing twice lengthens once */
    @PostMapping("/join/{token}/longer")
    String lengthen(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String end,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        JoinStatus joinStatus = door.look(token);
        if (joinStatus.state() == JoinState.UNKNOWN) {
            throw new NoSuchPage("link of that name");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        Optional<Person> host = ending.host(joinStatus).filter(person -> joinStatus.isOpen());
        Optional<Instant> seen = EndingNotice.seen(end);
        if (host.isEmpty() || seen.isEmpty()) {
            return "redirect:/join/" + token;
        }
        VideoMeeting meeting = joinStatus.meeting().orElseThrow();
        BookingResult result = endings.lengthen(host.get(), meeting, seen.get());
        List<String> refusal = notices.refusal(result, meeting, locale);
        if (refusal.isEmpty()) {
            return "redirect:/join/" + token;
        }
        boolean isTaken = result instanceof BookingResult.Occupied;
        response.setStatus((isTaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("token", token);
        model.addAttribute("refusal", refusal);
        return "longer";
    }
}
