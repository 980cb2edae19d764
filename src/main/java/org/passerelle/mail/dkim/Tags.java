package org.passerelle.mail.dkim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A list of tags, {@code a=1; b=2} (RFC 6376 section 3.2). */
record Tags(Map<String, String> values) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final int MOST = 100;

    Tags {
        values = Map.copyOf(values);
    }

    /** Empty if {@code text} is no such list, or holds a tag twice. */
    static Optional<Tags> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        String[] parts = text.split(";", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            boolean isEnd = i == parts.length - 1 && part.isEmpty();
            int equals = part.indexOf('=');
            if (isEnd) {
                continue;
            }
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            boolean isGood = NAME.matcher(name).matches() && !values.containsKey(name) && i < MOST;
            if (!isGood) {
                return Optional.empty();
            }
            values.put(name, part.substring(equals + 1).strip());
        }
        return Optional.of(new Tags(values));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Without white space, which counts for nothing in it; an empty text if there is none. */
    String packed(String name) {
        return get(name).orElse("").replaceAll("\\s+", "");
    }

    /** The parts between colons. */
    List<String> list(String name) {
        return Stream.of(packed(name).split(":"))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
