package org.passerelle.conference;

import java.util.List;

/** What came of trying whether a provider works: one finding for each thing tried, in that order. */
public record Checkup(List<Finding> findings) {

    public Checkup {
        findings = List.copyOf(findings);
    }

    /** How one thing went. */
    public enum CheckOutcome {
        GOOD,
        /** It works, but somebody should look. */
        DOUBTFUL,
        BAD
    }

    /**
     * One thing tried.
     *
     * @param what a short token of what was tried and how it ended, such as {@code token-refused}
     * @param detail what the server said, or which address was called; never a secret
     */
    public record Finding(CheckOutcome outcome, String what, String detail) {}

    public boolean isGood() {
        return findings.stream().noneMatch(finding -> finding.outcome() == CheckOutcome.BAD);
    }
}
