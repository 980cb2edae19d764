package org.passerelle.invitation.text;

import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;

/** A message as plain text. */
public final class MessageText {

    private MessageText() {}

    /** Lines ended by a line feed. */
    public static String of(MessageContent message) {
        StringBuilder out = new StringBuilder();
        message.lead().forEach(sentence -> out.append(sentence).append("\n\n"));
        out.append(message.heading()).append('\n');
        out.append("=".repeat(Math.min(message.heading().length(), 60))).append("\n\n");
        message.facts().forEach(fact -> append(out, fact));
        message.reply().ifPresent(reply -> {
            out.append(reply.question()).append('\n');
            reply.links().forEach(link -> append(out, link, message));
            out.append('\n');
        });
        out.append("-- \n");
        message.closing().forEach(line -> out.append(line).append('\n'));
        message.optOut()
                .ifPresent(link -> out.append(link.text())
                        .append(colon(message))
                        .append(link.target())
                        .append('\n'));
        return out.toString();
    }

    private static void append(StringBuilder out, Fact fact) {
        out.append(fact.label()).append('\n');
        for (Line line : fact.lines()) {
            indent(out, line.text());
            indent(out, line.note());
            line.link().ifPresent(link -> out.append("  ").append(link.target()).append('\n'));
        }
        out.append('\n');
    }

    private static void indent(StringBuilder out, String text) {
        if (!text.isEmpty()) {
            out.append("  ").append(text).append('\n');
        }
    }

    private static void append(StringBuilder out, MessageLink link, MessageContent message) {
        out.append("  ")
                .append(link.text())
                .append(colon(message))
                .append(link.target())
                .append('\n');
    }

    private static String colon(MessageContent message) {
        return new MessageWords(message.locale()).text("colon");
    }
}
