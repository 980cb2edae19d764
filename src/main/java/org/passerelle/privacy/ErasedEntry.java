package org.passerelle.privacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.AccountId;

/** A line of the {@link ErasedList}: that somebody was erased, told in a way that names nobody. */
record ErasedEntry(String id, Instant at, Set<AccountId> accounts, SubjectMark mark) {

    private static final String NONE = "-";
    private static final int FIELDS = 5;

    static ErasedEntry of(Erasure erasure) {
        return new ErasedEntry(erasure.id(), erasure.at(), erasure.accounts(), erasure.mark());
    }

    /** What {@link #line} has written; empty for anything else, such as a comment. */
    static Optional<ErasedEntry> read(String line) {
        String[] parts = line.strip().split(" +", -1);
        if (parts.length != FIELDS || line.startsWith("#")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ErasedEntry(
                    parts[1],
                    Instant.parse(parts[0]),
                    list(parts[2]).stream().map(AccountId::new).collect(Collectors.toSet()),
                    new SubjectMark(
                            list(parts[3]),
                            list(parts[4]).stream().map(AccountId::new).findFirst())));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** When, the id of the erasure, accounts, digests of addresses, who got the bookings; a dash where there is nothing. */
    String line() {
        return String.join(
                " ",
                at.toString(),
                id,
                text(accounts.stream().map(AccountId::text).sorted().toList()),
                text(mark.addresses().stream().sorted().toList()),
                mark.heir().map(AccountId::text).orElse(NONE));
    }

    private static String text(Collection<String> list) {
        return list.isEmpty() ? NONE : String.join(",", list);
    }

    private static Set<String> list(String text) {
        return text.equals(NONE) ? Set.of() : Arrays.stream(text.split(",", -1)).collect(Collectors.toSet());
    }
}
