package org.passerelle.web.conference.join;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.ProviderFailed;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.link.JoinLinkResolver;
import org.passerelle.conference.link.JoinService;
import org.passerelle.conference.link.JoinService.WaysIn;
import org.passerelle.conference.link.JoinStatus;
import org.passerelle.conference.link.JoinStatus.JoinState;
import org.passerelle.i18n.DayTexts;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.platform.work.RemoteCall;
import org.passerelle.web.SiteClocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page by which people enter a conference. Opening it tells when it opens and at which sites people meet, not what it is about or with whom,
 * for links are passed on; a press, when it is time, leads in. Mail filters look at every link, but press nothing.
 */
@Controller
class JoinPage {

    private static final Logger LOG = LoggerFactory.getLogger(JoinPage.class);

    /** Pages that wait look again at least so often, in case the meeting is moved. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final JoinLinkResolver door;
    private final JoinService entering;
    private final JoinTimes times;
    private final SiteClocks clocks;
    private final JoinEndingNotice ending;
    private final Clock clock;

    JoinPage(
            JoinLinkResolver door,
            JoinService entering,
            JoinTimes times,
            SiteClocks clocks,
            JoinEndingNotice ending,
            Clock clock) {
        this.door = door;
        this.entering = entering;
        this.times = times;
        this.clocks = clocks;
        this.ending = ending;
        this.clock = clock;
    }

    @GetMapping("/join/{token}")
    String show(@PathVariable String token, HttpServletResponse response, Locale locale, Model model) {
        return page(door.look(token), token, response, locale, model);
    }

    /**
     * @param name what a guest calls themselves; where the link names who comes it counts for nothing
     * @return null once the way on is written
     */
    @RemoteCall
    @PostMapping("/join/{token}")
    @Nullable
    ModelAndView enter(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            Optional<WaysIn> ways = entering.enter(token, name, locale);
            if (ways.isEmpty()) {
                return new ModelAndView(page(door.look(token), token, response, locale, model));
            }
            if (ways.get().dialIns().isEmpty() && ways.get().address().isPresent()) {
                redirect(ways.get().address().get(), response);
                return null;
            }
            model.addAttribute("ways", ways.get());
        } catch (ProviderFailed e) {
            LOG.warn("Nobody could be let in: {}", e.getMessage());
            response.setStatus((e.isRefusal() ? HttpStatus.BAD_GATEWAY : HttpStatus.SERVICE_UNAVAILABLE).value());
            model.addAttribute("trouble", e.isRefusal() ? "join.refused" : "join.trouble");
        }
        return new ModelAndView(page(door.look(token), token, response, locale, model));
    }

    /** See Other, so that the browser asks for it by GET and forgets the press. */
    private static void redirect(URI address, HttpServletResponse response) {
        shield(response);
        response.setHeader(HttpHeaders.LOCATION, address.toString());
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }

    private String page(JoinStatus joinStatus, String token, HttpServletResponse response, Locale locale, Model model) {
        shield(response);
        if (response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(status(joinStatus.state()).value());
        }
        model.addAttribute("state", joinStatus.state());
        model.addAttribute("token", token);
        model.addAttribute("isMoved", joinStatus.isMoved());
        model.addAttribute("kind", joinStatus.who().map(Joining::kind).orElse(Joining.JoiningKind.EVERYBODY));
        joinStatus.meeting().ifPresent(meeting -> describe(meeting, joinStatus, response, locale, model));
        ending.tell(joinStatus, response, locale, model);
        if (joinStatus.state() == JoinState.IDLE || joinStatus.state() == JoinState.HELD) {
            response.setHeader("Refresh", "60");
        }
        return "join";
    }

    private void describe(
            VideoMeeting meeting, JoinStatus joinStatus, HttpServletResponse response, Locale locale, Model model) {
        Instant now = clock.instant();
        model.addAttribute("meeting", meeting.time());
        model.addAttribute("now", now);
        model.addAttribute("opens", meeting.open().start());
        model.addAttribute("units", DurationTexts.units(locale));
        model.addAttribute("daysOfMonth", String.join(" ", DayTexts.daysOfMonth(locale)));
        model.addAttribute("places", times.of(meeting, locale));
        joinStatus.moment().ifPresent(moment -> model.addAttribute("moment", clocks.moment(moment, meeting, locale)));
        if (joinStatus.state() == JoinState.EARLY) {
            Duration wait = Duration.between(now, meeting.open().start());
            model.addAttribute("wait", DurationTexts.of(wait.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES), locale));
            long seconds = Math.min(wait.toSeconds() + 1, LONGEST_WAIT.toSeconds());
            response.setHeader("Refresh", Long.toString(seconds));
        }
    }

    private static HttpStatus status(JoinState state) {
        return switch (state) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case OVER, ENDED, CANCELLED, DECLINED, LAPSED, REVOKED, ELSEWHERE -> HttpStatus.GONE;
            case EARLY, OPEN, HELD, UNCONFIRMED, IDLE -> HttpStatus.OK;
        };
    }

    /** Kept by nobody and listed nowhere. */
    private static void shield(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
