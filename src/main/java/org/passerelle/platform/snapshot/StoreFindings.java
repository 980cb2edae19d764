package org.passerelle.platform.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in a store, a line each, in the order it was found. Of one rule a hundred lines; the others are counted. */
public final class StoreFindings {

    private static final int MOST_LINES = 100;

    private final List<Finding> findings = new ArrayList<>();
    private String rule = "";
    private int ofRule;
    private long untold;
    private long wrong;
    private long derived;

    /** How much something matters. */
    public enum Weight {
        /** Something is not as it must be. */
        WRONG,
        /** Something that is made of other things is not as those say; it can be made anew. */
        DERIVED,
        /** Something to know, that will come right by itself. */
        NOTE
    }

    /**
     * One thing.
     *
     * @param rule what was being looked at
     * @param words one sentence, in English
     */
    public record Finding(Weight weight, String rule, String words) {

        public String line() {
            return switch (weight) {
                case WRONG -> "wrong: " + rule + ": " + words;
                case DERIVED -> "derived: " + rule + ": " + words + " (check --repair makes it anew)";
                case NOTE -> "note: " + rule + ": " + words;
            };
        }
    }

    /** What follows is found by the rule of this name. */
    public void begin(String name) {
        endRule();
        rule = name;
    }

    public void wrong(String words, @Nullable Object... values) {
        wrong++;
        add(Weight.WRONG, words.formatted(values));
    }

    public void derived(String words, @Nullable Object... values) {
        derived++;
        add(Weight.DERIVED, words.formatted(values));
    }

    public void note(String words, @Nullable Object... values) {
        add(Weight.NOTE, words.formatted(values));
    }

    private void add(Weight weight, String words) {
        if (ofRule < MOST_LINES) {
            ofRule++;
            findings.add(new Finding(weight, rule, words));
        } else {
            untold++;
        }
    }

    private void endRule() {
        if (untold > 0) {
            findings.add(new Finding(Weight.NOTE, rule, "and %d more".formatted(untold)));
        }
        ofRule = 0;
        untold = 0;
    }

    public List<Finding> all() {
        endRule();
        return List.copyOf(findings);
    }

    /** How many things are not as they must be, told or counted. */
    public long wrong() {
        return wrong;
    }

    public long derived() {
        return derived;
    }

    public boolean isClean() {
        return wrong == 0 && derived == 0;
    }
}
