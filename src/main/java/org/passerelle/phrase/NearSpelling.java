package org.passerelle.phrase;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Words that look like one that nobody knows. */
final class NearSpelling {

    private static final int MOST = 3;
    private static final int SHORTEST = 3;
    private static final int SHORTEST_WITH_A_MISTAKE = 4;
    private static final int SHORTEST_WITH_TWO = 7;
    private static final int LONGEST = 40;

    private NearSpelling() {}

    /** The nearest of {@code known} first, at most three: with a letter or two wrong, or begun and not ended. */
    static List<String> of(String word, Stream<String> known) {
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return List.of();
        }
        int most = word.length() >= SHORTEST_WITH_TWO ? 2 : word.length() >= SHORTEST_WITH_A_MISTAKE ? 1 : 0;
        return known.filter(other -> Math.abs(other.length() - word.length()) <= most || isBegun(word, other))
                .map(other -> Map.entry(other, distance(word, other, most)))
                .filter(other -> other.getValue() <= most || isBegun(word, other.getKey()))
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
    }

    private static boolean isBegun(String word, String other) {
        return other.startsWith(word) && other.indexOf(' ') < 0;
    }

    /** How many letters are wrong, missing, too many, or in each other's place; more than {@code most} are not counted. */
    private static int distance(String one, String other, int most) {
        int[] before = new int[other.length() + 1];
        int[] above = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        int leastAbove = 0;
        for (int i = 1; i <= one.length(); i++) {
            int least = i;
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most && leastAbove > most) {
                return most + 1;
            }
            leastAbove = least;
        }
        return row[other.length()];
    }
}
