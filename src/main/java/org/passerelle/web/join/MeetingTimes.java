package org.passerelle.web.join;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.web.Words;
import org.springframework.stereotype.Component;

/** When a conference is, on the clocks of the sites where people meet. */
@Component
class MeetingTimes {

    private final Directories directories;
    private final Words words;

    MeetingTimes(Directories directories, Words words) {
        this.directories = directories;
        this.words = words;
    }

    /**
     * @param sites that share a clock, such as {@code Melun, Chelles}
     * @param clock what it shows at the start
     */
    record Place(String sites, String day, String times, String zone, LocalDateTime clock) {}

    /** One for each clock that differs, in the order of the rooms. */
    List<Place> of(VideoMeeting meeting, Locale locale) {
        Directory directory = directories.current();
        Map<ZoneId, List<String>> sites = new LinkedHashMap<>();
        meeting.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .map(directory::siteOf)
                .distinct()
                .forEach(site -> sites.computeIfAbsent(clock(site, meeting, sites.keySet()), zone -> new ArrayList<>())
                        .add(site.name()));
        return sites.entrySet().stream()
                .map(each -> place(each.getKey(), each.getValue(), meeting, locale))
                .toList();
    }

    /** The zone of {@code site}, or one that is told already and shows the same. */
    private static ZoneId clock(Site site, VideoMeeting meeting, Iterable<ZoneId> told) {
        for (ZoneId zone : told) {
            if (Words.sameClock(zone, site.zone(), meeting.time().start())) {
                return zone;
            }
        }
        return site.zone();
    }

    private Place place(ZoneId zone, List<String> sites, VideoMeeting meeting, Locale locale) {
        LocalDateTime clock = LocalDateTime.ofInstant(meeting.time().start(), zone);
        return new Place(
                String.join(", ", sites),
                Words.day(clock.toLocalDate(), locale),
                Words.times(meeting.time(), zone),
                words.zone(zone, locale),
                clock);
    }
}
