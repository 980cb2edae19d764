package org.passerelle.web.conference.ending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.conference.Ending;
import org.passerelle.conference.Endings;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.web.PageWords;
import org.passerelle.web.SiteClocks;
import org.springframework.stereotype.Component;

/** Says that a conference ends soon, what comes then, and why it cannot last longer, on the clocks of its sites. */
@Component
public class EndingNotices {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final Endings endings;
    private final Directories directories;
    private final ReasonTexts reasons;
    private final SiteClocks clocks;
    private final PageWords words;
    private final Clock clock;

    EndingNotices(
            Endings endings,
            Directories directories,
            ReasonTexts reasons,
            SiteClocks clocks,
            PageWords words,
            Clock clock) {
        this.endings = endings;
        this.directories = directories;
        this.reasons = reasons;
        this.clocks = clocks;
        this.words = words;
        this.clock = clock;
    }

    /** Empty while the end is far, and once everybody is sent home. */
    public Optional<EndingNotice> of(VideoMeeting meeting, Locale locale) {
        return endings.of(meeting)
                .map(ending -> new EndingNotice(
                        ending.end(),
                        words.text(key(ending), locale, clocks.moment(ending.end(), meeting, locale)),
                        after(ending, meeting, locale),
                        ending.canBeLonger()));
    }

    /** In how long a page that stays open should look again: when there is something to tell, then each minute. */
    public Duration nextLook(VideoMeeting meeting) {
        Duration wait = Duration.between(clock.instant(), meeting.time().end().minus(Endings.NOTICE));
        return wait.compareTo(BETWEEN_LOOKS) > 0 ? wait.plusSeconds(1) : BETWEEN_LOOKS;
    }

    /** Why it does not last longer; nothing if it does. */
    public List<String> refusal(BookingResult result, VideoMeeting meeting, Locale locale) {
        if (result instanceof BookingResult.Occupied occupied) {
            return occupied.conflicts().stream()
                    .map(conflict -> needed(conflict, meeting, locale))
                    .distinct()
                    .toList();
        }
        return result instanceof BookingResult.Refused refused
                ? refused.reasons().stream()
                        .map(reason -> reasons.of(reason, locale))
                        .toList()
                : List.of();
    }

    private String key(Ending ending) {
        if (!clock.instant().isBefore(ending.end())) {
            return "ending.ended";
        }
        return ending.isOvertime() ? "ending.overtime" : "ending.ends";
    }

    private String after(Ending ending, VideoMeeting meeting, Locale locale) {
        return words.text("ending.after." + ending.after(), locale, clocks.moment(ending.needed(), meeting, locale));
    }

    private String needed(Conflict conflict, VideoMeeting meeting, Locale locale) {
        Instant from = conflict.taken().start();
        Instant end = meeting.time().end();
        String time = clocks.moment(from.isBefore(end) ? end : from, meeting, locale);
        Directory directory = directories.current();
        return directory
                .room(conflict.room())
                .map(room -> room.name() + " (" + directory.siteOf(room).name() + ")")
                .map(name -> words.text("ending.needed", locale, name, time))
                .orElseGet(() -> lacking(meeting, locale));
    }

    /** Lines and ports say nothing to people; mostly whoever needs them needs a room with them. */
    private String lacking(VideoMeeting meeting, Locale locale) {
        return endings.of(meeting)
                .filter(ending -> ending.after() == Ending.After.NEEDED)
                .map(ending -> after(ending, meeting, locale))
                .orElseGet(() -> words.text("ending.lacking", locale));
    }
}
