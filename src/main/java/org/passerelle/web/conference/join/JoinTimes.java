package org.passerelle.web.conference.join;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.directory.Site;
import org.passerelle.web.PageWords;
import org.passerelle.web.SiteClocks;
import org.springframework.stereotype.Component;

/** When a conference is, on the clocks of the sites where people meet. */
@Component
public class JoinTimes {

    private final SiteClocks clocks;
    private final PageWords words;

    JoinTimes(SiteClocks clocks, PageWords words) {
        this.clocks = clocks;
        this.words = words;
    }

    /**
     * @param sites that share a clock, such as {@code Melun, Chelles}
     * @param clock what it shows at the start
     */
    public record Place(String sites, String day, String times, String zone, LocalDateTime clock) {}

    /** One for each clock that differs, in the order of the rooms. */
    public List<Place> of(VideoMeeting meeting, Locale locale) {
        return of(meeting, site -> true, locale);
    }

    /** As {@link #of(VideoMeeting, Locale)}, of {@code told} sites alone. */
    public List<Place> of(VideoMeeting meeting, Predicate<Site> told, Locale locale) {
        Map<ZoneId, List<String>> sites = new LinkedHashMap<>();
        clocks.sites(meeting)
                .filter(told)
                .forEach(site -> sites.computeIfAbsent(
                                SiteClocks.shared(
                                        site.zone(),
                                        sites.keySet(),
                                        meeting.time().start(),
                                        meeting.time().end()),
                                zone -> new ArrayList<>())
                        .add(site.name()));
        return sites.entrySet().stream()
                .map(each -> place(each.getKey(), each.getValue(), meeting, locale))
                .toList();
    }

    private Place place(ZoneId zone, List<String> sites, VideoMeeting meeting, Locale locale) {
        LocalDateTime clock = LocalDateTime.ofInstant(meeting.time().start(), zone);
        return new Place(
                String.join(", ", sites),
                PageWords.day(clock.toLocalDate(), locale),
                PageWords.times(meeting.time(), zone),
                words.zone(zone, locale),
                clock);
    }
}
