package org.passerelle.outsider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.RoomNames;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.invitation.text.MessageContent;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
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
import org.passerelle.mail.optout.OptOutLinks;
import org.passerelle.mail.optout.OptOuts;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Writes the mail with the link that confirms a request. Whoever has an account is told to sign in instead: what is booked in
 * their name is theirs to book. The mail says no more of what somebody typed than they need to know it again.
 */
@Component
class OutsiderMail {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/outsider/request");

    private final OutsiderLinks links;
    private final OptOuts optOuts;
    private final AgentAddresses addresses;
    private final Accounts accounts;
    private final Directories directories;
    private final PublicUrl publicUrl;

    OutsiderMail(
            OutsiderLinks links,
            OptOuts optOuts,
            AgentAddresses addresses,
            Accounts accounts,
            Directories directories,
            PublicUrl publicUrl) {
        this.links = links;
        this.optOuts = optOuts;
        this.addresses = addresses;
        this.accounts = accounts;
        this.directories = directories;
        this.publicUrl = publicUrl;
    }

    /** Empty if there is no such room any more, or the address is none that mail can be sent to. */
    Optional<OutgoingMail> of(OutsiderRequest request) {
        Directory directory = directories.current();
        return directory
                .room(request.room())
                .flatMap(room -> MailAddress.plain(request.address().value())
                        .map(to -> mail(request, to, message(request, room, directory))));
    }

    private OutgoingMail mail(OutsiderRequest request, String to, MessageContent message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "OOF, AutoReply");
        headers.put("Content-Language", message.locale().getLanguage());
        optOuts.link(request.address()).map(OptOutLinks::headers).ifPresent(headers::putAll);
        return new MailDraft(
                        addresses.messageId(request.id(), request.address(), "confirm"),
                        new Mailbox("Passerelle", addresses.replies(request.id())),
                        // Not the name that was typed: anybody may have typed it.
                        new Mailbox("", to),
                        message.subject(),
                        request.asked(),
                        new MailBody(MessageText.of(message), Optional.of(MessageHtml.of(message)), Optional.empty()),
                        headers)
                .under("");
    }

    private MessageContent message(OutsiderRequest request, Room room, Directory directory) {
        MessageWords words = new MessageWords(request.language());
        Site site = directory.siteOf(room);
        boolean hasAccount = accounts.person(request.address()).isPresent();
        String key = hasAccount ? "account" : "confirm";
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                words.text("fact.when"),
                List.of(Line.of(words.inZone(request.schedule(site.zone()).first(), site.zone())))));
        facts.add(new Fact(words.text("fact.where"), List.of(Line.of(RoomNames.withSite(room, directory)))));
        MessageLink press = new MessageLink(
                text(words, "press." + key + ".link"), hasAccount ? publicUrl.link("/book") : links.of(request));
        return new MessageContent(
                words.locale(),
                text(words, "subject", site.name()),
                RoomNames.withSite(room, directory),
                List.of(text(words, "lead." + key)),
                facts,
                Optional.of(new ReplyLinks(text(words, "press." + key), List.of(press))),
                List.of(text(words, "closing.unasked"), text(words, "closing.sender")),
                optOuts.link(request.address()).map(link -> new MessageLink(words.text("closing.opt-out"), link)));
    }

    private static String text(MessageWords words, String key, Object... arguments) {
        return TEXTS.text(key, words.locale(), arguments);
    }
}
