package org.passerelle.notification.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.arrival.noshow.NoShowFigures;
import org.passerelle.arrival.noshow.NoShowFigures.MissedDate;
import org.passerelle.closure.ClosingRooms;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageWords;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * What happened lately at the sites that somebody manages: rooms that were given back because nobody came, and closures that hit
 * bookings. Whose these were is not told.
 */
@Component
class SiteNews {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notice");
    private static final int MOST = 20;

    private final NoShowFigures noShows;
    private final ClosingRooms closing;
    private final Directories directories;
    private final PublicUrl publicUrl;

    SiteNews(NoShowFigures noShows, ClosingRooms closing, Directories directories, PublicUrl publicUrl) {
        this.noShows = noShows;
        this.closing = closing;
        this.directories = directories;
        this.publicUrl = publicUrl;
    }

    /** Empty for who manages no site, or if nothing has happened since {@code since}; closures that ask are told of until somebody decides. */
    List<Fact> of(Person person, Instant since, Instant now, MessageWords words) {
        Directory directory = directories.current();
        List<Site> sites = directory.sites().stream()
                .filter(site -> person.manages(site.id()))
                .toList();
        List<Fact> facts = new ArrayList<>();
        if (!sites.isEmpty()) {
            add(facts, "released", released(sites, directory, since, words), words);
            add(facts, "closures", closures(person, directory, since, now, words), words);
        }
        return facts;
    }

    private List<Line> released(List<Site> sites, Directory directory, Instant since, MessageWords words) {
        Set<RoomId> rooms = sites.stream()
                .flatMap(site -> directory.roomsAt(site.id()).stream())
                .map(Room::id)
                .collect(Collectors.toSet());
        return noShows.dates(rooms, since).stream()
                .map(date -> Line.of(words.brief(date.start(), zone(date, directory)) + ", " + names(date, directory)))
                .toList();
    }

    private static ZoneId zone(MissedDate date, Directory directory) {
        return date.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .map(room -> directory.siteOf(room).zone())
                .findFirst()
                .orElse(ZoneId.of("UTC"));
    }

    private static String names(MissedDate date, Directory directory) {
        return date.rooms().stream()
                .map(id -> directory.room(id).map(Room::name).orElse(id.value()))
                .collect(Collectors.joining(" + "));
    }

    private List<Line> closures(Person person, Directory directory, Instant since, Instant now, MessageWords words) {
        List<Line> lines = new ArrayList<>();
        for (SiteClosure closure : closing.of(person)) {
            boolean isAsking = closure.step() == ClosureStep.ASKING;
            boolean isNews = closure.at().isAfter(since) && closure.ended().isEmpty();
            boolean isAhead = closure.until().isAfter(now);
            int hit = isAhead
                            && (isAsking || isNews)
                            && person.manages(closure.plan().site())
                    ? closing.affected(closure).size()
                    : 0;
            if (hit > 0) {
                lines.add(line(closure, hit, isAsking, directory, words));
            }
        }
        return lines;
    }

    private Line line(SiteClosure closure, int hit, boolean isAsking, Directory directory, MessageWords words) {
        String site = directory.site(closure.plan().site()).map(Site::name).orElse("");
        String day = words.day(closure.plan().from().toLocalDate());
        return new Line(
                site + ", " + day + " – " + closure.plan().reason(),
                said(words, isAsking ? "hit.asking" : "hit", hit),
                Optional.of(new MessageLink(said(words, "open"), publicUrl.link("/closures/" + closure.id()))));
    }

    private static void add(List<Fact> facts, String label, List<Line> lines, MessageWords words) {
        if (lines.isEmpty()) {
            return;
        }
        List<Line> told = new ArrayList<>(lines.subList(0, Math.min(MOST, lines.size())));
        if (lines.size() > MOST) {
            told.add(Line.of(said(words, "more", lines.size() - MOST)));
        }
        facts.add(new Fact(said(words, label), told));
    }

    private static String said(MessageWords words, String key, Object... arguments) {
        return TEXTS.text("digest." + key, words.locale(), arguments);
    }
}
