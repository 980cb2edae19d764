package org.passerelle.platform.personal;

import java.util.List;
import java.util.Set;

/**
 * What one collection of the store holds of people, and what becomes of it when somebody is erased.
 *
 * @param name of the collection
 * @param owners the fields that say whose a document is, by id or address; such a document goes. Dots lead into a field
 * @param content whether texts may tell of people to whom the document does not belong
 * @param untold fields that are not for the person's copy either: secrets, and what only the program understands
 * @param isFigures whether what is theirs is for their copy, and stays under an id that names nobody once they are erased
 */
public record PersonalCollection(
        String name, List<String> owners, ContentKind content, Set<String> untold, boolean isFigures) {

    /** What becomes of an address or a name in a document that belongs to somebody else, or to nobody. */
    public enum ContentKind {
        /** There can be none. */
        IMPERSONAL,
        /** It is cut out. */
        CUT,
        /** It stays, for it is not the program's to change: people are told that it is there. */
        LEFT
    }

    public PersonalCollection {
        owners = List.copyOf(owners);
        untold = Set.copyOf(untold);
    }

    /** Holds nothing of any person. */
    public static PersonalCollection impersonal(String name) {
        return new PersonalCollection(name, List.of(), ContentKind.IMPERSONAL, Set.of(), false);
    }

    /** Belongs to nobody, and may name people in its texts, which are cut. */
    public static PersonalCollection mentioning(String name) {
        return new PersonalCollection(name, List.of(), ContentKind.CUT, Set.of(), false);
    }

    /** What people have written there is theirs to change, not the program's. */
    public static PersonalCollection left(String name) {
        return new PersonalCollection(name, List.of(), ContentKind.LEFT, Set.of(), false);
    }

    /** Each document belongs to the one whom one of {@code owners} names, and may mention others. */
    public static PersonalCollection ownedBy(String name, String... owners) {
        return new PersonalCollection(name, List.of(owners), ContentKind.CUT, Set.of(), false);
    }

    /** As {@link #ownedBy}, but kept for figures once an id is all that is left of the person. */
    public static PersonalCollection figuresOf(String name, String owner) {
        return new PersonalCollection(name, List.of(owner), ContentKind.CUT, Set.of(), true);
    }

    /** The same, whose {@code fields} are told to nobody. */
    public PersonalCollection withoutTelling(String... fields) {
        return new PersonalCollection(name, owners, content, Set.of(fields), isFigures);
    }
}
