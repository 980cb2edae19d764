package org.passerelle.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads iCalendar by the letter of RFC 5545 section 3.1 and 3.6 and forgives nothing: line ends, lengths, names, quoting,
 * nesting. Knows nothing of what the properties mean.
 */
public final class StrictIcs {

    private static final Pattern LINE = Pattern.compile("([A-Z][A-Z0-9-]*)"
            + "((?:;[A-Z][A-Z0-9-]*=(?:\"[^\"\\p{Cntrl}]*\"|[^\";:,\\p{Cntrl}]*)"
            + "(?:,(?:\"[^\"\\p{Cntrl}]*\"|[^\";:,\\p{Cntrl}]*))*)*)"
            + ":([^\\p{Cntrl}]*)");
    private static final Pattern PARAMETER = Pattern.compile(";([A-Z][A-Z0-9-]*)=((?:\"[^\"]*\"|[^\";])*)");
    private static final int LINE_OCTETS = 75;

    private StrictIcs() {}

    /** A property; parameters as written, without quotes. */
    public record Property(String name, Map<String, String> parameters, String value) {

        /** The value of a TEXT. */
        public String text() {
            return value.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\([\\\\;,])", "$1");
        }
    }

    /** A component with its lines as they were. */
    public record Component(String name, List<Property> properties, List<Component> parts, StringBuilder text) {

        Component(String name) {
            this(name, new ArrayList<>(), new ArrayList<>(), new StringBuilder());
        }

        /** The only property of this name. */
        public Property the(String wanted) {
            return one(wanted).orElseThrow(() -> new AssertionError("No " + wanted + " in\n" + text));
        }

        public Optional<Property> one(String wanted) {
            List<Property> found = all(wanted);
            if (found.size() > 1) {
                throw new AssertionError(wanted + " more than once in\n" + text);
            }
            return found.stream().findFirst();
        }

        public List<Property> all(String wanted) {
            return properties.stream()
                    .filter(property -> property.name().equals(wanted))
                    .toList();
        }

        public List<Component> parts(String wanted) {
            return parts.stream().filter(part -> part.name().equals(wanted)).toList();
        }
    }

    public static Component read(byte[] bytes) {
        Component outside = new Component("");
        Deque<Component> open = new ArrayDeque<>(List.of(outside));
        for (String line : lines(bytes)) {
            Property property = property(line);
            if (property.name().equals("BEGIN")) {
                Component begun = new Component(property.value());
                open.element().parts().add(begun);
                open.push(begun);
            } else if (property.name().equals("END")) {
                require(open.element().name().equals(property.value()), "Ends out of turn: " + line);
                open.pop();
            } else {
                open.element().properties().add(property);
                open.element().text().append(line).append("\r\n");
            }
        }
        require(open.size() == 1, "Something does not end");
        require(outside.parts().size() == 1 && outside.properties().isEmpty(), "More than one calendar");
        return outside.parts().get(0);
    }

    /** A component and all in it as lines, as {@link OffsetsRead} wants it. */
    static String text(Component component) {
        StringBuilder text = new StringBuilder("BEGIN:" + component.name() + "\r\n").append(component.text());
        component.parts().forEach(part -> text.append(text(part)));
        return text.append("END:").append(component.name()).append("\r\n").toString();
    }

    private static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        require(text.getBytes(StandardCharsets.UTF_8).length == bytes.length, "Not UTF-8");
        require(text.endsWith("\r\n"), "The last line does not end");
        List<String> lines = new ArrayList<>();
        for (String line : text.substring(0, text.length() - 2).split("\r\n", -1)) {
            require(line.getBytes(StandardCharsets.UTF_8).length <= LINE_OCTETS, "Too long: " + line);
            require(!line.isBlank(), "A blank line");
            if (line.startsWith(" ")) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + line.substring(1));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Property property(String line) {
        Matcher matcher = LINE.matcher(line);
        require(matcher.matches(), "Not a line of iCalendar: " + line);
        Map<String, String> parameters = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(matcher.group(2));
        while (parameter.find()) {
            String before =
                    parameters.put(parameter.group(1), parameter.group(2).replace("\"", ""));
            require(before == null, "A parameter comes twice: " + line);
        }
        return new Property(matcher.group(1), parameters, matcher.group(3));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
