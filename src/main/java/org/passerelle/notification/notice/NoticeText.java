package org.passerelle.notification.notice;

import java.util.List;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;

/**
 * What a notice says to its reader.
 *
 * @param lead a sentence each
 * @param reply where they do something about it
 */
public record NoticeText(String subject, String heading, List<String> lead, List<Fact> facts, ReplyLinks reply) {

    public NoticeText {
        lead = List.copyOf(lead);
        facts = List.copyOf(facts);
    }
}
