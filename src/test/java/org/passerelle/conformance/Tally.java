package org.passerelle.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts cases and differences by kind. */
public final class Tally {

    private final Map<String, int[]> kinds = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private int cases;

    public void same(Set<String> of) {
        count(of, 0);
    }

    public void different(Set<String> of, String told) {
        count(of, 1);
        differences.add(told);
    }

    private void count(Set<String> of, int different) {
        cases++;
        for (String kind : of) {
            int[] counts = kinds.computeIfAbsent(kind, each -> new int[2]);
            counts[0]++;
            counts[1] += different;
        }
    }

    public int cases() {
        return cases;
    }

    public int differences() {
        return differences.size();
    }

    /** How many there were of each kind, and how many of them differ; then the first differences. */
    public String told(int most) {
        StringBuilder out = new StringBuilder(cases + " cases, " + differences.size() + " differences\n");
        kinds.forEach((kind, counts) -> out.append(String.format(
                Locale.ROOT, "%6d %6d  %3d%%  %s%n", counts[0], counts[1], 100 * counts[1] / counts[0], kind)));
        differences.stream().limit(most).forEach(each -> out.append(each).append('\n'));
        return out.toString();
    }
}
