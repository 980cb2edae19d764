package org.passerelle.notification.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.closure.ClosingRooms;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.text.Letter.Fact;
import org.passerelle.invitation.text.Letter.LetterLink;
import org.passerelle.invitation.text.Letter.Line;
import org.passerelle.invitation.text.Letter.ReplyLinks;
import org.passerelle.invitation.text.LetterWords;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Tells the managers of a site, and where there is none those who administer the network, of bookings on days that the directory or a
 * calendar has come to close; all that was found at once in one mail. What the bookings are about stands on the page.
 */
@Component
class ClosedDayNotices implements NoticeSource {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notice");

    /** Of the bookings of one day in one mail. */
    private static final int MOST_LINES = 20;

    private final ClosingRooms closing;
    private final AccountRegister register;
    private final Directories directories;
    private final PublicUrl publicUrl;

    ClosedDayNotices(ClosingRooms closing, AccountRegister register, Directories directories, PublicUrl publicUrl) {
        this.closing = closing;
        this.register = register;
        this.directories = directories;
        this.publicUrl = publicUrl;
    }

    @Override
    public String kind() {
        return "closed-days";
    }

    @Override
    public List<PersonalNotice> standing(Instant now) {
        Map<SiteId, List<SiteClosure>> asking = closing.asking().stream()
                .collect(Collectors.groupingBy(closure -> closure.plan().site()));
        if (asking.isEmpty()) {
            return List.of();
        }
        List<Person> people = register.people();
        List<PersonalNotice> notices = new ArrayList<>();
        asking.forEach((site, closures) -> closures.stream()
                .map(SiteClosure::at)
                .distinct()
                .forEach(at -> managers(site, people)
                        .forEach(person -> notices.add(new PersonalNotice(person.id(), site.value(), at.toString())))));
        return notices;
    }

    private static List<Person> managers(SiteId site, List<Person> people) {
        List<Person> managers =
                people.stream().filter(person -> person.manages(site)).toList();
        return managers.isEmpty()
                ? people.stream().filter(Person::administersTheNetwork).toList()
                : managers;
    }

    @Override
    public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
        SiteId id = new SiteId(notice.subject());
        List<SiteClosure> closures = closing.asking().stream()
                .filter(closure -> closure.plan().site().equals(id)
                        && closure.at().toString().equals(notice.occasion())
                        && ClosingRooms.mayShut(person, id))
                .toList();
        LetterWords words = new LetterWords(reader.language());
        return directories
                .current()
                .site(id)
                .filter(site -> !closures.isEmpty())
                .map(site -> text(site, closures, words));
    }

    private NoticeText text(Site site, List<SiteClosure> closures, LetterWords words) {
        List<Fact> facts = new ArrayList<>();
        int hit = 0;
        for (SiteClosure closure : closures) {
            List<AffectedDate> dates = closing.affected(closure);
            hit += dates.size();
            facts.add(new Fact(label(closure, words), lines(dates, site.zone(), words)));
        }
        return new NoticeText(
                said(words, "subject", site.name(), hit),
                said(words, "heading"),
                List.of(said(words, "lead", site.name()), said(words, "undecided")),
                facts,
                new ReplyLinks(
                        said(words, "press"),
                        closures.stream()
                                .map(closure -> new LetterLink(
                                        label(closure, words), publicUrl.link("/closures/" + closure.id())))
                                .toList()));
    }

    private static String label(SiteClosure closure, LetterWords words) {
        return words.day(closure.plan().from().toLocalDate()) + " – "
                + closure.plan().reason();
    }

    private List<Line> lines(List<AffectedDate> dates, ZoneId zone, LetterWords words) {
        List<Line> lines = new ArrayList<>();
        dates.stream()
                .limit(MOST_LINES)
                .forEach(date -> lines.add(Line.of(words.when(date.time(), zone) + ", "
                        + date.rooms().stream().map(this::name).collect(Collectors.joining(" + ")))));
        if (dates.size() > MOST_LINES) {
            lines.add(Line.of(said(words, "more", dates.size() - MOST_LINES)));
        }
        return lines;
    }

    private String name(RoomId room) {
        return directories.current().room(room).map(Room::name).orElse(room.value());
    }

    private String said(LetterWords words, String key, Object... arguments) {
        return TEXTS.text(kind() + "." + key, words.locale(), arguments);
    }
}
