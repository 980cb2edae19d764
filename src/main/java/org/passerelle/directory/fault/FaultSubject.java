package org.passerelle.directory.fault;

/**
 * What a fault of a directory file is of.
 *
 * @param noun {@code site}, {@code room}, {@code operator}, {@code bridge} or {@code organisation}; empty for the file itself
 * @param id the thing's own, as it is written
 */
public record FaultSubject(String noun, String id) {

    public static final FaultSubject THE_FILE = new FaultSubject("", "");

    public boolean isTheFile() {
        return noun.isEmpty();
    }
}
