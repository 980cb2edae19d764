package org.passerelle.invitation.text;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is said to one person, before it is text or HTML.
 *
 * @param lead what it is about, a sentence each
 * @param reply the links by which they answer; empty where there is nothing to answer
 * @param closing small print
 * @param optOut where its reader says that they want no more mail
 */
public record MessageContent(
        Locale locale,
        String subject,
        String heading,
        List<String> lead,
        List<Fact> facts,
        Optional<ReplyLinks> reply,
        List<String> closing,
        Optional<MessageLink> optOut) {

    /** For instance When, and the times. */
    public record Fact(String label, List<Line> lines) {}

    /**
     * One line of a fact.
     *
     * @param note in smaller letters; may be empty
     */
    public record Line(String text, String note, Optional<MessageLink> link) {

        public static Line of(String text) {
            return new Line(text, "", Optional.empty());
        }
    }

    public record MessageLink(String text, URI target) {}

    /**
     * Links that open a page where one press answers.
     *
     * @param question what is asked
     * @param links the one that most press first
     */
    public record ReplyLinks(String question, List<MessageLink> links) {

        public ReplyLinks {
            links = List.copyOf(links);
        }
    }

    public MessageContent {
        lead = List.copyOf(lead);
        facts = List.copyOf(facts);
        closing = List.copyOf(closing);
    }
}
