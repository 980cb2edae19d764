package org.passerelle.directory;

/** The public name of an operator of sites. Lower-case letters, digits and single hyphens, at most 64. */
public record OperatorId(String value) implements Comparable<OperatorId> {

    /** @throws IllegalArgumentException if {@code value} is not of that form */
    public OperatorId {
        Slug.require(value);
    }

    @Override
    public int compareTo(OperatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
