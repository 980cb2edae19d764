package org.passerelle.web.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * People as somebody typed or pasted them: addresses and names, between commas, semicolons or the ends of lines, or as mail programs
 * copy them, {@code Girard, Camille <camille@example.org>}. What is an address is not judged here.
 *
 * @param last what stands last, which may not be whole yet; empty after a comma
 */
record TypedPeople(List<TypedPerson> people, String last) {

    private static final Pattern BETWEEN = Pattern.compile("[,;\\n]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String AROUND = ",;\"'“”«»";

    /** @param email as it was typed; empty of whom only the name is known */
    record TypedPerson(String name, String email) {}

    TypedPeople {
        people = List.copyOf(people);
    }

    /** In time that grows with its length alone. */
    static TypedPeople of(String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        List<TypedPerson> people = new ArrayList<>();
        int from = 0;
        int open = text.indexOf('<');
        int close = text.indexOf('>', open);
        while (open >= 0 && close >= 0) {
            String before = text.substring(from, open);
            int own = ownName(before);
            plain(before.substring(0, own)).forEach(people::add);
            people.add(new TypedPerson(bare(before.substring(own)), bare(text.substring(open + 1, close))));
            from = close + 1;
            open = text.indexOf('<', from);
            close = text.indexOf('>', Math.max(0, open));
        }
        plain(text.substring(from)).forEach(people::add);
        int end = Math.max(text.lastIndexOf(','), Math.max(text.lastIndexOf(';'), text.lastIndexOf('\n')));
        return new TypedPeople(people, bare(text.substring(end + 1)));
    }

    /**
     * Where the name of an address begins that follows {@code before}: at its quotes if it has some; else behind what surely is
     * not of it. In {@code Girard, Camille} the family name comes first; what has two words before the comma is somebody else.
     */
    private static int ownName(String before) {
        String name = before.stripTrailing();
        if (name.endsWith("\"")) {
            return Math.max(0, name.lastIndexOf('"', name.length() - 2));
        }
        int start = Math.max(before.lastIndexOf(';'), before.lastIndexOf('\n')) + 1;
        int comma = before.lastIndexOf(',');
        if (comma < start) {
            return Math.max(start, behindAddress(before));
        }
        int word = Math.max(start, before.lastIndexOf(',', comma - 1) + 1);
        String family = before.substring(word, comma).strip();
        return family.isEmpty() || BLANKS.matcher(family).find() || family.indexOf('@') >= 0 ? comma + 1 : word;
    }

    /** Behind the blank that ends the last address, which nothing else separates from the name. */
    private static int behindAddress(String text) {
        int at = text.lastIndexOf('@');
        int blank = at < 0 ? -1 : text.indexOf(' ', at);
        return blank < 0 ? 0 : blank;
    }

    private static Stream<TypedPerson> plain(String text) {
        return BETWEEN.splitAsStream(text)
                .map(TypedPeople::bare)
                .filter(part -> !part.isEmpty())
                .flatMap(TypedPeople::part);
    }

    /** A name; or addresses, which blanks may separate, of which a single one may have its name beside it. */
    private static Stream<TypedPerson> part(String part) {
        Map<Boolean, List<String>> words =
                BLANKS.splitAsStream(part).collect(Collectors.partitioningBy(word -> word.indexOf('@') >= 0));
        List<String> addresses = words.getOrDefault(true, List.of());
        List<String> others = words.getOrDefault(false, List.of());
        if (addresses.isEmpty()) {
            return Stream.of(new TypedPerson(part, ""));
        }
        return addresses.size() == 1
                ? Stream.of(new TypedPerson(bare(String.join(" ", others)), bare(addresses.get(0))))
                : Stream.concat(
                        addresses.stream().map(address -> new TypedPerson("", bare(address))),
                        others.stream().map(name -> new TypedPerson(name, "")));
    }

    private static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (from < to && isAround(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isAround(char letter) {
        return Character.isWhitespace(letter) || letter == '\u00a0' || AROUND.indexOf(letter) >= 0;
    }
}
