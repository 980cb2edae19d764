package org.passerelle.account.password;

import java.util.function.BooleanSupplier;

/**
 * What has a say before a password that somebody sent is hashed, which costs tens of milliseconds of processor. Not asked for one
 * that was found right a few minutes ago.
 */
@FunctionalInterface
public interface HashingLimit {

    /** Runs {@code hashing} and answers what it does, or refuses by throwing an exception of its own. */
    boolean run(BooleanSupplier hashing);
}
