package org.passerelle.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.time.WallTime;
import org.springframework.stereotype.Component;

/** The clocks of the sites of a conference, each told once where several show the same. */
@Component
public class SiteClocks {

    private final Directories directories;
    private final PageWords words;

    SiteClocks(Directories directories, PageWords words) {
        this.directories = directories;
        this.words = words;
    }

    /** The sites of its rooms, in the order of these. */
    public Stream<Site> sites(VideoMeeting meeting) {
        Directory directory = directories.current();
        return meeting.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .map(directory::siteOf)
                .distinct();
    }

    /** A moment on each clock that differs, such as {@code 16:00 (Paris time) / 10:00 (Montreal time)}. */
    public String moment(Instant moment, VideoMeeting meeting, Locale locale) {
        return moment(moment, meeting, site -> true, locale);
    }

    /** As {@link #moment(Instant, VideoMeeting, Locale)}, on the clocks of {@code told} sites alone. */
    public String moment(Instant moment, VideoMeeting meeting, Predicate<Site> told, Locale locale) {
        Set<ZoneId> zones = new LinkedHashSet<>();
        sites(meeting).filter(told).forEach(site -> zones.add(shared(site.zone(), zones, moment)));
        return zones.stream()
                .map(zone -> PageWords.time(moment, zone) + " (" + words.zone(zone, locale) + ")")
                .collect(Collectors.joining(" / "));
    }

    /** {@code own}, or a zone that is told already and shows the same at all {@code moments}. */
    public static ZoneId shared(ZoneId own, Collection<ZoneId> told, Instant... moments) {
        return told.stream()
                .filter(zone -> WallTime.isSame(zone, own, moments))
                .findFirst()
                .orElse(own);
    }
}
