package org.passerelle.account;

import java.util.HexFormat;
import org.passerelle.directory.Slug;
import org.passerelle.platform.digest.Digests;

/** Names one account for ever: neither its address nor a change of it matters, and no other account gets it later. */
public record AccountId(String text) implements PersonId {

    private static final int RANDOM_BYTES = 16;

    /** @throws IllegalArgumentException unless lower-case letters, digits and single hyphens, at most 64 */
    public AccountId {
        if (!Slug.isSlug(text)) {
            throw new IllegalArgumentException("Not the id of an account");
        }
    }

    /** A fresh id of 128 random bits. */
    public static AccountId random() {
        return new AccountId(HexFormat.of().formatHex(Digests.randomBytes(RANDOM_BYTES)));
    }

    @Override
    public String toString() {
        return text;
    }
}
