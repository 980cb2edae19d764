package org.passerelle.invitation.text;

import org.passerelle.invitation.text.Letter.Fact;
import org.passerelle.invitation.text.Letter.LetterLink;
import org.passerelle.invitation.text.Letter.Line;

/** A letter as plain text. */
public final class LetterText {

    private LetterText() {}

    /** Lines ended by a line feed. */
    public static String of(Letter letter) {
        StringBuilder out = new StringBuilder();
        letter.lead().forEach(sentence -> out.append(sentence).append("\n\n"));
        out.append(letter.heading()).append('\n');
        out.append("=".repeat(Math.min(letter.heading().length(), 60))).append("\n\n");
        letter.facts().forEach(fact -> append(out, fact));
        letter.reply().ifPresent(reply -> {
            out.append(reply.question()).append('\n');
            reply.links().forEach(link -> append(out, link, letter));
            out.append('\n');
        });
        out.append("-- \n");
        letter.closing().forEach(line -> out.append(line).append('\n'));
        letter.optOut()
                .ifPresent(link -> out.append(link.text())
                        .append(colon(letter))
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

    private static void append(StringBuilder out, LetterLink link, Letter letter) {
        out.append("  ")
                .append(link.text())
                .append(colon(letter))
                .append(link.target())
                .append('\n');
    }

    private static String colon(Letter letter) {
        return new LetterWords(letter.locale()).text("colon");
    }
}
