package org.passerelle.platform.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes tables as RFC 4180 has them, for spreadsheets to open. */
public final class Csv {

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    /** What a spreadsheet takes for the beginning of a formula, which somebody may have written into a title. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");

    private Csv() {}

    /** One row with its end. A text that a spreadsheet would carry out as a formula begins with an apostrophe. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).find() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(harmless).find() ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
