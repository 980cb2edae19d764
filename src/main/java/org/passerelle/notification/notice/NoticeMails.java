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
import org.passerelle.invitation.text.MessageContent;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageHtml;
import org.passerelle.invitation.text.MessageText;
import org.passerelle.invitation.text.MessageWords;
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
        MessageWords words = new MessageWords(reader.language());
        Optional<NoticeText> text = source.text(notice, person, reader);
        return MailAddress.plain(person.email().value())
                .flatMap(to -> text.map(said -> mail(
                        addresses.messageId(notice.key(source.kind())),
                        new Mailbox(person.name(), to),
                        message(said, words),
                        now)));
    }

    private MessageContent message(NoticeText text, MessageWords words) {
        return new MessageContent(
                words.locale(),
                text.subject(),
                text.heading(),
                text.lead(),
                text.facts(),
                Optional.of(text.reply()),
                List.of(TEXTS.text("closing.sender", words.locale())),
                Optional.of(new MessageLink(
                        TEXTS.text("closing.choices", words.locale()), publicUrl.link("/preferences/mails"))));
    }

    private OutgoingMail mail(String messageId, Mailbox to, MessageContent message, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "OOF, AutoReply");
        headers.put("Content-Language", message.locale().getLanguage());
        MailDraft draft = new MailDraft(
                messageId,
                new Mailbox("Passerelle", addresses.noReply()),
                to,
                message.subject(),
                now,
                new MailBody(MessageText.of(message), Optional.of(MessageHtml.of(message)), Optional.empty()),
                headers);
        return draft.under("");
    }
}
