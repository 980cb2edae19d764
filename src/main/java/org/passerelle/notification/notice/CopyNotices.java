package org.passerelle.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.passerelle.privacy.CopyNote;
import org.passerelle.privacy.PersonalDataExport;
import org.springframework.stereotype.Component;

/** Tells people with an account that somebody else has made a copy of what is kept of them. */
@Component
class CopyNotices implements NoticeSource {

    /** What is older is no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final PersonalDataExport export;
    private final Accounts accounts;
    private final PublicUrl publicUrl;

    CopyNotices(PersonalDataExport export, Accounts accounts, PublicUrl publicUrl) {
        this.export = export;
        this.accounts = accounts;
        this.publicUrl = publicUrl;
    }

    @Override
    public String kind() {
        return "data-copied";
    }

    @Override
    public List<PersonalNotice> standing(Instant now) {
        return export.ofOthers().stream()
                .filter(note -> note.at().isAfter(now.minus(NEWS)))
                .flatMap(note -> note.accounts().stream()
                        .filter(account -> !account.equals(note.by()))
                        .map(account ->
                                new PersonalNotice(account, note.id(), note.at().toString())))
                .toList();
    }

    @Override
    public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
        return export.ofOthers().stream()
                .filter(note ->
                        note.id().equals(notice.subject()) && note.accounts().contains(person.id()))
                .findFirst()
                .map(note -> text(note, NoticeWords.of(kind(), reader)));
    }

    private NoticeText text(CopyNote note, NoticeWords words) {
        return new NoticeText(
                words.said("subject"),
                words.said("subject"),
                List.of(words.said("lead")),
                List.of(words.by(accounts.contact(note.by()).shown()), words.when(words.wholeMoment(note.at()))),
                words.link(publicUrl.link("/preferences/data")));
    }
}
