package org.passerelle.conformance.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events of a text that is as RFC 5545 wants it, read by the grammar of its section 3.1 and by RFC 6868 and nothing else: the judge. */
final class WrittenEvents {

    private static final String VALUE = "(?:\"[^\"]*\"|[^\";:,]*)";
    private static final Pattern PARAMETER = Pattern.compile(";([A-Za-z0-9-]+)=(" + VALUE + "(?:," + VALUE + ")*)");
    private static final Pattern LINE =
            Pattern.compile("([A-Za-z0-9-]+)((?:" + PARAMETER.pattern() + ")*):(.*)", Pattern.DOTALL);

    private WrittenEvents() {}

    /** @param lines of one event, with its BEGIN and its END, unfolded */
    static ParsedEvent of(List<String> lines) {
        List<String> read = new ArrayList<>();
        String path = "";
        for (String line : lines.subList(1, lines.size() - 1)) {
            if (line.startsWith("BEGIN:")) {
                path += line.substring(6) + "/";
            } else if (line.startsWith("END:")) {
                path = path.substring(0, path.length() - line.length() + 3);
            } else {
                read.add(line(path, line));
            }
        }
        return new ParsedEvent(read);
    }

    static String line(String path, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not by the grammar: " + line);
        }
        Map<String, String> parameters = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(matcher.group(2));
        while (parameter.find()) {
            parameters.put(parameter.group(1).toUpperCase(Locale.ROOT), decoded(parameter.group(2)));
        }
        return ParsedEvent.line(path, matcher.group(1).toUpperCase(Locale.ROOT), parameters, matcher.group(5));
    }

    /** Quotes are no part of a value; then RFC 6868 section 3.1. */
    static String decoded(String value) {
        return Pattern.compile("\\^[\\^n']").matcher(value.replace("\"", "")).replaceAll(found -> switch (found.group()
                .charAt(1)) {
            case 'n' -> "\n";
            case '^' -> "^";
            default -> "\"";
        });
    }
}
