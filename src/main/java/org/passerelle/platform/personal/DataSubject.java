package org.passerelle.platform.personal;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody whose personal data is looked for (GDPR article 4), by everything that the store knows them by.
 *
 * @param ids of their accounts; stay in the store, and name nobody once the account is erased
 * @param addresses by which they are written to, in lower case
 * @param names by which they are called
 * @param alias the letters and digits that stand for them afterwards; drawn at random, so nobody can tell from it whom it stands for
 */
public record DataSubject(Set<String> ids, Set<String> addresses, Set<String> names, String alias) {

    /** Of the reserved domain that no mail reaches (RFC 2606 section 2). */
    private static final String NOWHERE = "@unknown.invalid";

    /** Stands where a name stood, and for a text that was theirs. */
    public static final String ERASED_TEXT = "…";

    /** @throws IllegalArgumentException if nothing is known of them, or the alias is empty */
    public DataSubject {
        if (alias.isEmpty() || ids.isEmpty() && addresses.isEmpty()) {
            throw new IllegalArgumentException("Nobody");
        }
        ids = Set.copyOf(ids);
        addresses = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        names = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What stands in the store where an address of theirs stood: one to which no mail leads. */
    public String aliasAddress() {
        return "erased-" + alias + NOWHERE;
    }

    /**
     * Whether {@code value} is the id of their account, also behind a word and a colon or a space that say what it names, or an
     * address of theirs, also once it has been replaced.
     */
    public boolean is(String value) {
        return ids.contains(value.substring(Math.max(value.indexOf(':'), value.indexOf(' ')) + 1))
                || isAddress(value)
                || value.equals(aliasAddress());
    }

    boolean isAddress(String value) {
        return addresses.contains(value.toLowerCase(Locale.ROOT));
    }

    /** Whether one of {@code values} {@link #is} them. */
    boolean isAny(Collection<String> values) {
        return values.stream().anyMatch(this::is);
    }
}
