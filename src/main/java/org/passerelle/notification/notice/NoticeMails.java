package org.passerelle.notification.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.invitation.Readers;
import org.passerelle.invitation.text.Letter;
import org.passerelle.invitation.text.Letter.LetterLink;
import org.passerelle.invitation.text.LetterHtml;
import org.passerelle.invitation.text.LetterText;
import org.passerelle.invitation.text.LetterWords;
import org.passerelle.invitation.text.Reader;
import org.passerelle.mail.MailAddress;
import org.passerelle.mail.MailDraft;
import org.passerelle.mail.MailDraft.MailBody;
import org.passerelle.mail.MailDraft.Mailbox;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/** Makes the mail of a notice. Made twice, it has the same Message-ID. */
@Component
class NoticeMails {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notification");

    private final Readers readers;
    private final AgentAddresses addresses;
    private final PublicUrl publicUrl;

    NoticeMails(Readers readers, AgentAddresses addresses, PublicUrl publicUrl) {
        this.readers = readers;
        this.addresses = addresses;
        this.publicUrl = publicUrl;
    }

    /** Empty if there is nothing to tell any more, or the address is none that mail can be sent to. */
    Optional<OutgoingMail> mail(NoticeSource source, PersonalNotice notice, Person person, Instant now) {
        Reader reader = readers.of(person.email());
        LetterWords words = new LetterWords(reader.language());
        Optional<NoticeText> text = source.text(notice, person, reader);
        return MailAddress.plain(person.email().value())
                .flatMap(to -> text.map(said -> mail(
                        addresses.messageId(notice.key(source.kind())),
                        new Mailbox(person.name(), to),
                        letter(said, words),
                        now)));
    }

    private Letter letter(NoticeText text, LetterWords words) {
        return new Letter(
                words.locale(),
                text.subject(),
                text.heading(),
                text.lead(),
                text.facts(),
                Optional.of(text.reply()),
                List.of(TEXTS.text("closing.sender", words.locale())),
                Optional.of(new LetterLink(
                        TEXTS.text("closing.choices", words.locale()), publicUrl.link("/preferences/mails"))));
    }

    private OutgoingMail mail(String messageId, Mailbox to, Letter letter, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "OOF, AutoReply");
        headers.put("Content-Language", letter.locale().getLanguage());
        MailDraft draft = new MailDraft(
                messageId,
                new Mailbox("Passerelle", addresses.noReply()),
                to,
                letter.subject(),
                now,
                new MailBody(LetterText.of(letter), Optional.of(LetterHtml.of(letter)), Optional.empty()),
                headers);
        return draft.under("");
    }
}
