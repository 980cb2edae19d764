package org.passerelle.phrase;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes words so that case, accents, and the sort of a blank, a dash or an apostrophe make no difference. */
final class Folding {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Folding() {}

    /** Character for character, so that places in what comes out are places in {@code line}, which is composed (NFC). */
    static String fold(String line) {
        StringBuilder folded = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            folded.append(fold(line.charAt(i)));
        }
        return folded.toString();
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return Character.toLowerCase(c);
        }
        return switch (c) {
            case '\u2019', '\u2018', '\u02BC', '\u00B4' -> '\'';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u00A0', '\u202F', '\u2009', '\u2007' -> ' ';
            default -> Character.isSurrogate(c) ? c : base(c);
        };
    }

    private static char base(char c) {
        String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        String lower = apart.substring(0, 1).toLowerCase(Locale.ROOT);
        return lower.length() == 1 ? lower.charAt(0) : c;
    }

    /** The words of a name with one blank between them, as {@link #words} of a line can be compared with it. */
    static String key(String name) {
        return words(fold(Normalizer.normalize(name, Normalizer.Form.NFC))).stream()
                .map(FoldedWord::text)
                .collect(Collectors.joining(" "));
    }

    /** A word of a folded line, and where it stands. */
    record FoldedWord(String text, Span span) {}

    static List<FoldedWord> words(String folded) {
        List<FoldedWord> words = new ArrayList<>();
        Matcher word = WORD.matcher(folded);
        while (word.find()) {
            words.add(new FoldedWord(word.group(), new Span(word.start(), word.end())));
        }
        return words;
    }
}
