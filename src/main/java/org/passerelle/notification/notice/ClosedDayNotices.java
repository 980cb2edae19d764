package org.passerelle.notification.notice;

import java.time.Instant;
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
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.passerelle.invitation.text.MessageWords;
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
                .forEach(at -> ClosureReaders.of(site, people)
                        .forEach(person -> notices.add(new PersonalNotice(person.id(), site.value(), at.toString())))));
        return notices;
    }

    @Override
    public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
        SiteId id = new SiteId(notice.subject());
        List<SiteClosure> closures = closing.asking().stream()
                .filter(closure -> closure.plan().site().equals(id)
                        && closure.at().toString().equals(notice.occasion())
                        && ClosingRooms.mayShut(person, id))
                .toList();
        MessageWords words = new MessageWords(reader.language());
        return directories
                .current()
                .site(id)
                .filter(site -> !closures.isEmpty())
                .map(site -> text(site, closures, words));
    }

    private NoticeText text(Site site, List<SiteClosure> closures, MessageWords words) {
        List<Fact> facts = new ArrayList<>();
        int hit = 0;
        for (SiteClosure closure : closures) {
            List<AffectedDate> dates = closing.affected(closure);
            hit += dates.size();
            facts.add(new Fact(label(closure, words), AffectedLines.of(dates, site, words, directories.current())));
        }
        return new NoticeText(
                said(words, "subject", site.name(), hit),
                said(words, "heading"),
                List.of(said(words, "lead", site.name()), said(words, "undecided")),
                facts,
                new ReplyLinks(
                        said(words, "press"),
                        closures.stream()
                                .map(closure -> new MessageLink(
                                        label(closure, words), publicUrl.link("/closures/" + closure.id())))
                                .toList()));
    }

    private static String label(SiteClosure closure, MessageWords words) {
        return words.day(closure.plan().from().toLocalDate()) + " – "
                + closure.plan().reason();
    }

    private String said(MessageWords words, String key, Object... arguments) {
        return TEXTS.text(kind() + "." + key, words.locale(), arguments);
    }
}
