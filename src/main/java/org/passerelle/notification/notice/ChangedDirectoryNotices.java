package org.passerelle.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.closure.ClosingRooms;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.passerelle.invitation.text.MessageWords;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Tells the managers of a site what another directory does to what is booked there, and what became of it; whoever put that in force
 * has seen it. Told once all of it is dealt with.
 */
@Component
class ChangedDirectoryNotices implements NoticeSource {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notice");

    /** What is older is no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final ClosingRooms closing;
    private final AccountRegister register;
    private final Directories directories;
    private final PublicUrl publicUrl;

    ChangedDirectoryNotices(
            ClosingRooms closing, AccountRegister register, Directories directories, PublicUrl publicUrl) {
        this.closing = closing;
        this.register = register;
        this.directories = directories;
        this.publicUrl = publicUrl;
    }

    @Override
    public String kind() {
        return "changed-directory";
    }

    @Override
    public List<PersonalNotice> standing(Instant now) {
        List<SiteClosure> closures = closing.changes(now.minus(NEWS));
        if (closures.isEmpty()) {
            return List.of();
        }
        List<Person> people = register.people();
        List<PersonalNotice> notices = new ArrayList<>();
        for (SiteClosure closure : closures) {
            ClosureReaders.of(closure.plan().site(), people).stream()
                    .map(Person::id)
                    .filter(person -> !person.equals(closure.by()))
                    .forEach(person -> notices.add(new PersonalNotice(
                            person, closure.id(), closure.at().toString())));
        }
        return notices;
    }

    @Override
    public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
        MessageWords words = new MessageWords(reader.language());
        return closing.find(person, notice.subject())
                .filter(closure -> closure.ended().isEmpty())
                .flatMap(closure ->
                        directories.current().site(closure.plan().site()).map(site -> text(closure, site, words)));
    }

    private NoticeText text(SiteClosure closure, Site site, MessageWords words) {
        List<AffectedDate> dates = closing.affected(closure);
        return new NoticeText(
                said(words, "subject", site.name(), dates.size()),
                said(words, "heading"),
                List.of(
                        said(words, "lead", site.name()),
                        said(words, "then." + closure.plan().onBookings())),
                List.of(
                        new Fact(
                                said(words, "reason"),
                                List.of(Line.of(closure.plan().reason()))),
                        new Fact(said(words, "dates"), AffectedLines.of(dates, site, words, directories.current()))),
                new ReplyLinks(
                        said(words, "press"),
                        List.of(new MessageLink(
                                said(words, "press.link"), publicUrl.link("/closures/" + closure.id())))));
    }

    private static String said(MessageWords words, String key, Object... arguments) {
        return TEXTS.text("changed-directory." + key, words.locale(), arguments);
    }
}
