package org.passerelle.directory;

/** The public name of a site, such as {@code melun}. Lower-case letters, digits and single hyphens, at most 64. */
public record SiteId(String value) implements Comparable<SiteId> {

    /** @throws IllegalArgumentException if {@code value} is not of that form */
    public SiteId {
        Slug.require(value);
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
