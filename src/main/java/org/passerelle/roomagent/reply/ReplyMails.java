package org.passerelle.roomagent.reply;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.EmailAddress;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.write.RoomReply;
import org.passerelle.directory.Room;
import org.passerelle.mail.MailAddress;
import org.passerelle.mail.MailDraft;
import org.passerelle.mail.MailDraft.CalendarPart;
import org.passerelle.mail.MailDraft.MailBody;
import org.passerelle.mail.MailDraft.Mailbox;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.optout.OptOutLinks;
import org.passerelle.mail.optout.OptOuts;
import org.passerelle.platform.digest.Digests;
import org.passerelle.roomagent.event.RoomInvitation.OrganiserNotice;
import org.passerelle.roomagent.message.Explanation;
import org.springframework.stereotype.Component;

/**
 * The mails that carry answers. They have no return path and say that no person wrote them, so that nothing answers them;
 * the same answer to the same message has the same Message-ID however often it is made.
 */
@Component
public class ReplyMails {

    private final AnswerTexts texts;
    private final OptOuts optOuts;
    private final Clock clock;

    ReplyMails(AnswerTexts texts, OptOuts optOuts, Clock clock) {
        this.texts = texts;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    /**
     * @param to who is answered
     * @param cause names the message or decision that is answered
     * @param inReplyTo the Message-ID of the message that is answered, or an empty text
     */
    public List<OutgoingMail> mails(Room room, String to, String cause, String inReplyTo, List<RoomReply> replies) {
        List<OutgoingMail> mails = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            RoomReply reply = replies.get(i);
            String subject = texts.inFirst(
                    "subject." + reply.answer().participation().name().toLowerCase(Locale.ROOT),
                    reply.asked().words().summary());
            MailBody body = new MailBody(
                    reply.comment(),
                    Optional.empty(),
                    Optional.of(new CalendarPart(ItipMethod.REPLY.name(), reply.toBytes())));
            mail(room, to, id(room, cause + "\n" + i), subject, body, inReplyTo).ifPresent(mails::add);
        }
        return mails;
    }

    /** A few words to somebody whose message could not be understood. */
    public Optional<OutgoingMail> help(Room room, String to, String cause, String inReplyTo, String key) {
        String subject = texts.inFirst("help.subject", room.name());
        MailBody body = new MailBody(texts.inEach(key, room.name()), Optional.empty(), Optional.empty());
        return mail(room, to, id(room, cause + "\nhelp"), subject, body, inReplyTo);
    }

    /** A few words about what in a message is not followed, and gets no answer of its own. */
    public Optional<OutgoingMail> words(Room room, String to, String cause, String inReplyTo, List<Explanation> notes) {
        String text = notes.stream().map(note -> texts.explained(room, note)).collect(Collectors.joining("\n\n"));
        MailBody body = new MailBody(text, Optional.empty(), Optional.empty());
        return mail(
                room, to, id(room, cause + "\nwords"), texts.inFirst("words.subject", room.name()), body, inReplyTo);
    }

    /** To the organiser, that somebody else has changed something. */
    public Optional<OutgoingMail> notice(Room room, OrganiserNotice notice) {
        MailBody body = new MailBody(notice.text(), Optional.empty(), Optional.empty());
        String id = id(room, notice.mail() + "\nnotice\n" + notice.to());
        return mail(room, notice.to(), id, notice.subject(), body, "");
    }

    private Optional<OutgoingMail> mail(
            Room room, String to, String id, String subject, MailBody body, String inReplyTo) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", "auto-replied");
        if (inReplyTo.matches("<[\\x21-\\x7e&&[^<>]]{3,250}>")) {
            headers.put("In-Reply-To", inReplyTo);
            headers.put("References", inReplyTo);
        }
        Optional<URI> optOut = EmailAddress.parse(to).flatMap(optOuts::link);
        optOut.map(OptOutLinks::headers).ifPresent(headers::putAll);
        MailBody signed = optOut.map(link -> with(body, texts.inEach("mail.opt-out", link)))
                .orElse(body);
        Mailbox from = new Mailbox(room.name(), room.profile().email());
        return MailAddress.plain(to)
                .map(address -> new MailDraft(
                                id, from, new Mailbox("", address), subject, clock.instant(), signed, headers)
                        .under(""));
    }

    /** Small print below the text for people; programs read the calendar. */
    private static MailBody with(MailBody body, String print) {
        return new MailBody(body.text().stripTrailing() + "\n\n-- \n" + print + "\n", body.html(), body.calendar());
    }

    private static String id(Room room, String cause) {
        String email = room.profile().email();
        return "<answer." + Digests.shortHex(cause) + email.substring(email.indexOf('@')) + ">";
    }
}
