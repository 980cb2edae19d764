package org.passerelle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Characters of every general category of Unicode, unassigned ones, lone surrogates and noncharacters included. */
public final class HostileTexts {

    private static final int OF_EACH = 24;

    private static final Map<Integer, List<String>> BY_CATEGORY = byCategory();

    private HostileTexts() {}

    /** The categories that there are, by the numbers that Java gives to them. */
    public static Stream<Integer> categories() {
        return BY_CATEGORY.keySet().stream();
    }

    /** Some characters of a category: the first of it, and others spread over all of it. */
    public static List<String> of(int category) {
        return BY_CATEGORY.getOrDefault(category, List.of());
    }

    private static Map<Integer, List<String>> byCategory() {
        Map<Integer, List<Integer>> all = new TreeMap<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            all.computeIfAbsent(Character.getType(c), any -> new ArrayList<>()).add(c);
        }
        Map<Integer, List<String>> some = new TreeMap<>();
        all.forEach((category, members) -> {
            List<String> chosen = new ArrayList<>();
            int step = Math.max(1, members.size() / OF_EACH);
            for (int i = 0; i < members.size() && chosen.size() < 3 * OF_EACH; i += i < OF_EACH ? 1 : step) {
                chosen.add(Character.toString(members.get(i)));
            }
            some.put(category, List.copyOf(chosen));
        });
        return some;
    }
}
