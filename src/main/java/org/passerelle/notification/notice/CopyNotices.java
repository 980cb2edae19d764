package org.passerelle.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.passerelle.invitation.text.MessageWords;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.passerelle.privacy.CopyNote;
import org.passerelle.privacy.PersonalDataExport;
import org.springframework.stereotype.Component;

/** Tells people with an account that somebody else has made a copy of what is kept of them. */
@Component
class CopyNotices implements NoticeSource {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notice");

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
        MessageWords words = new MessageWords(reader.language());
        return export.ofOthers().stream()
                .filter(note ->
                        note.id().equals(notice.subject()) && note.accounts().contains(person.id()))
                .findFirst()
                .map(note -> text(note, words, reader.zone().orElse(ZoneOffset.UTC)));
    }

    private NoticeText text(CopyNote note, MessageWords words, ZoneId zone) {
        return new NoticeText(
                said(words, "subject"),
                said(words, "subject"),
                List.of(said(words, "lead")),
                List.of(
                        new Fact(
                                said(words, "by"),
                                List.of(Line.of(accounts.contact(note.by()).shown()))),
                        new Fact(
                                said(words, "when"),
                                List.of(Line.of(words.brief(note.at(), zone) + ", " + words.zone(zone))))),
                new ReplyLinks(
                        said(words, "press"),
                        List.of(new MessageLink(said(words, "press.link"), publicUrl.link("/preferences/data")))));
    }

    private static String said(MessageWords words, String key) {
        return TEXTS.text("data-copied." + key, words.locale());
    }
}
