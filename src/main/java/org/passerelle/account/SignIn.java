package org.passerelle.account;

import java.util.Optional;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/** Tells who somebody is from what they prove it with. Counting failures is the caller's affair. */
@Component
public class SignIn {

    private final MongoAccounts accounts;
    private final AccessTokens tokens;
    private final Passwords passwords;
    private final InitialPassword initial;

    SignIn(MongoAccounts accounts, AccessTokens tokens, Passwords passwords, InitialPassword initial) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.initial = initial;
    }

    /**
     * Empty unless there is such a person and this is their password; hashes as much for unknown people.
     *
     * @param limit asked once before hashing; what it throws comes through
     */
    public Optional<SignedIn> withPassword(String email, String password, HashingLimit limit) {
        Optional<PersonDocument> found = EmailAddress.parse(email).flatMap(accounts::document);
        if (found.isEmpty()) {
            passwords.wasteTheUsualTime(password, limit);
            return Optional.empty();
        }
        Optional<SignedIn> signedIn = found.filter(person -> passwords.matches(password, person.password(), limit))
                .map(SignIn::signedIn);
        if (signedIn.filter(this::mustChangePassword).isPresent()) {
            initial.forget();
        }
        return signedIn;
    }

    /** Empty unless the token works, and its owner still has an account and the password under which it was made. */
    public Optional<SignedIn> withToken(String secret) {
        return tokens.find(secret)
                .flatMap(token -> accounts.document(token.accountId())
                        .map(person -> new SignedIn(person.toPerson(), stamp(person), Optional.of(token.hash())))
                        .filter(signedIn -> signedIn.stamp().equals(token.stamp())));
    }

    /** Whether this is the first administrator with the password that the program drew: then nothing else is to be done. */
    public boolean mustChangePassword(SignedIn person) {
        return initial.isThatOf(person.stamp());
    }

    /** What {@code earlier} is today; empty once the account is gone or its password another one. */
    public Optional<SignedIn> again(SignedIn earlier) {
        return accounts.document(earlier.person().id())
                .map(SignIn::signedIn)
                .filter(now -> now.stamp().equals(earlier.stamp()));
    }

    private static SignedIn signedIn(PersonDocument person) {
        return new SignedIn(person.toPerson(), stamp(person), Optional.empty());
    }

    static String stamp(PersonDocument person) {
        return Digests.hex(person.password());
    }
}
