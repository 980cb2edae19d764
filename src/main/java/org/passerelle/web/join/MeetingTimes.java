package org.passerelle.web.join;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.web.Words;
import org.springframework.stereotype.Component;

/** When a conference is, on the clocks of the sites where people meet. */
@Component
public class MeetingTimes {

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
    public record Place(String sites, String day, String times, String zone, LocalDateTime clock) {}

    /** One for each clock that differs, in the order of the rooms. */
    public List<Place> of(VideoMeeting meeting, Locale locale) {
        return of(meeting, site -> true, locale);
    }

    /** As {@link #of(VideoMeeting, Locale)}, of {@code told} sites alone. */
    public List<Place> of(VideoMeeting meeting, Predicate<Site> told, Locale locale) {
        Map<ZoneId, List<String>> sites = new LinkedHashMap<>();
        sites(meeting)
                .filter(told)
                .forEach(site -> sites.computeIfAbsent(
                                clock(
                                        site,
                                        sites.keySet(),
                                        meeting.time().start(),
                                        meeting.time().end()),
                                zone -> new ArrayList<>())
                        .add(site.name()));
        return sites.entrySet().stream()
                .map(each -> place(each.getKey(), each.getValue(), meeting, locale))
                .toList();
    }

    /** A moment on each clock that differs, such as {@code 16:00 (Paris time) / 10:00 (Montreal time)}. */
    public String clocks(Instant moment, VideoMeeting meeting, Locale locale) {
        return clocks(moment, meeting, site -> true, locale);
    }

    /** As {@link #clocks(Instant, VideoMeeting, Locale)}, of {@code told} sites alone. */
    public String clocks(Instant moment, VideoMeeting meeting, Predicate<Site> told, Locale locale) {
        Set<ZoneId> zones = new LinkedHashSet<>();
        sites(meeting).filter(told).forEach(site -> zones.add(clock(site, zones, moment)));
        return zones.stream()
                .map(zone -> Words.time(moment, zone) + " (" + words.zone(zone, locale) + ")")
                .collect(Collectors.joining(" / "));
    }

    private Stream<Site> sites(VideoMeeting meeting) {
        Directory directory = directories.current();
        return meeting.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .map(directory::siteOf)
                .distinct();
    }

    /** The zone of {@code site}, or one that is told already and shows the same at all {@code moments}. */
    private static ZoneId clock(Site site, Collection<ZoneId> told, Instant... moments) {
        return told.stream()
                .filter(zone -> Stream.of(moments).allMatch(moment -> Words.sameClock(zone, site.zone(), moment)))
                .findFirst()
                .orElse(site.zone());
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
