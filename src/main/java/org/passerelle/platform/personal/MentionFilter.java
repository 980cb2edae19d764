package org.passerelle.platform.personal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tells quickly that a text names nobody, so that only the few that may are looked through by expressions, which take twenty times as
 * long: mails have millions of letters. It compares without case and without folds, and so never misses what {@link
 * PersonMentions} would find.
 */
final class MentionFilter {

    private final List<String> needles;

    /** Letters beyond the first plane change their case in pairs, which is not looked into. */
    private final boolean isBlind;

    /** @param texts addresses and names; of a name its longest word is looked for, whatever stands between its words */
    MentionFilter(List<String> texts) {
        this.isBlind = texts.stream().anyMatch(text -> text.codePoints().anyMatch(Character::isSupplementaryCodePoint));
        this.needles = texts.stream()
                .map(text -> Arrays.stream(text.strip().split("\\s+", -1))
                        .max(Comparator.comparing(String::length))
                        .orElseThrow())
                .map(MentionFilter::plain)
                .distinct()
                .toList();
    }

    boolean mayBeIn(String text) {
        if (isBlind) {
            return true;
        }
        String plain = plain(text);
        return needles.stream().anyMatch(plain::contains);
    }

    /** Without folds, and each letter as {@link java.util.regex.Pattern#UNICODE_CASE} compares it. */
    private static String plain(String text) {
        char[] plain = new char[text.length()];
        int length = 0;
        int at = 0;
        while (at < plain.length) {
            int fold = foldAt(text, at);
            if (fold == 0) {
                plain[length++] = plain(text.charAt(at));
            }
            at += Math.max(1, fold);
        }
        return new String(plain, 0, length);
    }

    /** How long the fold is that begins at {@code at}; 0 if none does (RFC 5545 section 3.1). */
    private static int foldAt(String text, int at) {
        char first = text.charAt(at);
        if (first != '\r' && first != '\n') {
            return 0;
        }
        int end = first == '\r' ? at + 1 : at;
        boolean isFold = end + 1 < text.length()
                && text.charAt(end) == '\n'
                && (text.charAt(end + 1) == ' ' || text.charAt(end + 1) == '\t');
        return isFold ? end + 2 - at : 0;
    }

    private static char plain(char letter) {
        if (letter < 128) {
            return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
        }
        return Character.toLowerCase(Character.toUpperCase(letter));
    }
}
