package org.passerelle.recovery;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Preferences;
import org.passerelle.account.signin.PasswordLinks;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.NetworkLanguage;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.invitation.text.MessageContent;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.passerelle.invitation.text.MessageHtml;
import org.passerelle.invitation.text.MessageText;
import org.passerelle.invitation.text.MessageWords;
import org.passerelle.mail.MailAddress;
import org.passerelle.mail.MailDraft;
import org.passerelle.mail.MailDraft.MailBody;
import org.passerelle.mail.MailDraft.Mailbox;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.platform.PublicUrl;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/** Writes the mail with a link that sets a password, in the language of whoever it is for. */
@Component
class PasswordMail {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/recovery/password");
    private static final String PATH = "/new-password/";
    private static final int ID_BITS = 128;

    private final PasswordLinks links;
    private final Preferences preferences;
    private final NetworkLanguage network;
    private final AgentAddresses addresses;
    private final PublicUrl publicUrl;
    private final Clock clock;

    PasswordMail(
            PasswordLinks links,
            Preferences preferences,
            NetworkLanguage network,
            AgentAddresses addresses,
            PublicUrl publicUrl,
            Clock clock) {
        this.links = links;
        this.preferences = preferences;
        this.network = network;
        this.addresses = addresses;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Empty if nobody has an account under the address, or no mail can be sent to it. */
    Optional<OutgoingMail> to(EmailAddress address, PasswordMailKind kind) {
        return MailAddress.plain(address.value())
                .flatMap(to -> links.of(address, kind.goodFor()).map(link -> mail(to, link, kind)));
    }

    private OutgoingMail mail(String to, PasswordLinks.PasswordLink link, PasswordMailKind kind) {
        Locale language = preferences.of(link.person().id()).language().orElse(network.locale());
        MessageContent message = message(
                new MessageWords(language), link.person().name(), publicUrl.link(PATH + link.token()), kind.key());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "OOF, AutoReply");
        headers.put("Content-Language", message.locale().getLanguage());
        return new MailDraft(
                        addresses.messageId("password." + Digests.randomText(ID_BITS)),
                        new Mailbox("Passerelle", addresses.noReply()),
                        new Mailbox(link.person().name(), to),
                        message.subject(),
                        clock.instant(),
                        new MailBody(MessageText.of(message), Optional.of(MessageHtml.of(message)), Optional.empty()),
                        headers)
                .under("");
    }

    private MessageContent message(MessageWords words, String name, URI link, String kind) {
        String host = Optional.ofNullable(publicUrl.base().getHost()).orElse("");
        MessageLink press = new MessageLink(TEXTS.text("press." + kind + ".link", words.locale()), link);
        return new MessageContent(
                words.locale(),
                TEXTS.text("subject." + kind, words.locale(), host),
                name,
                List.of(TEXTS.text("lead." + kind, words.locale(), host)),
                List.of(),
                Optional.of(new ReplyLinks(TEXTS.text("press." + kind, words.locale()), List.of(press))),
                List.of(TEXTS.text("closing." + kind, words.locale()), TEXTS.text("closing.sender", words.locale())),
                Optional.empty());
    }
}
