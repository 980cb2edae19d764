package org.passerelle.account.signin;

import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.PersonId;
import org.passerelle.account.password.HashingLimit;
import org.passerelle.account.password.Passwords;
import org.passerelle.account.session.AccessTokens;
import org.passerelle.account.session.BrowserSession;
import org.passerelle.account.session.SignedIn;
import org.passerelle.account.store.KnownPerson;
import org.passerelle.account.store.MongoAccounts;
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
        Optional<KnownPerson> found = EmailAddress.parse(email).flatMap(accounts::known);
        if (found.isEmpty()) {
            passwords.wasteTheUsualTime(password, limit);
            return Optional.empty();
        }
        Optional<SignedIn> signedIn = found.filter(
                        known -> passwords.matches(password, known.document().password(), limit))
                .map(known -> known.signedIn(Optional.empty()));
        if (signedIn.filter(this::mustChangePassword).isPresent()) {
            initial.forget();
        }
        return signedIn;
    }

    /** Empty unless the token works, and its owner still has an account and the password under which it was made. */
    public Optional<SignedIn> withToken(String secret) {
        return tokens.find(secret)
                .flatMap(token -> accounts.known(token.accountId())
                        .filter(known -> known.stamp().equals(token.stamp()))
                        .map(known -> known.signedIn(Optional.of(token.hash()))));
    }

    /** Who {@code proven} is today, whom a passkey or a provider of accounts has vouched for; empty once the account is gone. */
    public Optional<SignedIn> vouchedFor(PersonId proven) {
        return accounts.known(proven).map(known -> known.signedIn(Optional.empty()));
    }

    /** Whether this is the first administrator with the password that the program drew: then nothing else is to be done. */
    public boolean mustChangePassword(SignedIn person) {
        return initial.isThatOf(person.stamp());
    }

    /** Who is signed in in {@code session}, as they are today; empty once the account is gone or its password another one. */
    public Optional<SignedIn> withSession(BrowserSession session) {
        return accounts.known(session.accountId())
                .filter(known -> known.stamp().equals(session.stamp()))
                .map(known -> known.signedIn(Optional.empty()));
    }
}
