package org.passerelle.directory.file;

/** What somebody wrote, made fit to be repeated to them in one line. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        var line = text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line.toString();
    }
}
