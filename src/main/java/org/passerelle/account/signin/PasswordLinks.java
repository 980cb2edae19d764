package org.passerelle.account.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.account.AccountId;
import org.passerelle.account.AccountRefusal;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.store.KnownPerson;
import org.passerelle.account.store.MongoAccounts;
import org.passerelle.platform.StoredKey;
import org.passerelle.platform.digest.Digests;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Links by which somebody sets a password without knowing the present one, because mail to their address reaches them. Nothing of
 * them is stored: a link proves by 256 bits that it was made here, for this account as long as its password is what it was then.
 * So it is good once, and any other change of the password ends it as well.
 */
@Component
public class PasswordLinks {

    /** For somebody who has forgotten theirs. */
    public static final Duration FORGOTTEN = Duration.ofMinutes(30);

    /** For somebody new, who reads their mail when they do. */
    public static final Duration INVITED = Duration.ofDays(7);

    /** Account, end in seconds since 1970 on base 36, proof. */
    private static final Pattern TOKEN = Pattern.compile("([a-z0-9-]{1,64})\\.([a-z0-9]{1,10})\\.([A-Za-z0-9_-]{43})");

    private static final int PROOF = 3;

    private final MongoAccounts accounts;
    private final AccountRegister register;
    private final InitialPassword initial;
    private final StoredKey key;
    private final Clock clock;

    PasswordLinks(
            MongoAccounts accounts,
            AccountRegister register,
            InitialPassword initial,
            MongoOperations mongo,
            Clock clock) {
        this.accounts = accounts;
        this.register = register;
        this.initial = initial;
        this.key = new StoredKey(mongo, "passwords");
        this.clock = clock;
    }

    /**
     * Whom a link was made for.
     *
     * @param token the last part of its address
     */
    public record PasswordLink(Person person, String token) {}

    /** Of whoever has the address; empty if nobody has an account under it. */
    public Optional<PasswordLink> of(EmailAddress address, Duration goodFor) {
        String end = Long.toString(clock.instant().plus(goodFor).getEpochSecond(), Character.MAX_RADIX);
        return accounts.known(address)
                .map(known -> new PasswordLink(
                        known.person(), known.document().accountId().text() + "." + end + "." + proof(known, end)));
    }

    /** Who sets their password by {@code token}; empty if it was not made here, is too old, or was used. */
    public Optional<Person> open(String token) {
        return opened(token).map(KnownPerson::person);
    }

    /**
     * Sets the password, which ends the link and all sessions and tokens.
     *
     * @return why not, {@link AccountRefusal#PASSWORD_WRONG} if the link is good no more; empty when done
     */
    public Optional<AccountRefusal> use(String token, String next) {
        Optional<KnownPerson> known = opened(token);
        if (known.isEmpty()) {
            return Optional.of(AccountRefusal.PASSWORD_WRONG);
        }
        AccountId id = known.get().document().accountId();
        boolean wasInitial = initial.isThatOf(known.get().stamp());
        Optional<AccountRefusal> refusal =
                register.resetPassword(id, known.get().stamp(), next);
        if (refusal.isEmpty() && wasInitial) {
            initial.forget();
        }
        return refusal;
    }

    private Optional<KnownPerson> opened(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches() || !endOf(parts.group(2)).isAfter(clock.instant())) {
            return Optional.empty();
        }
        return account(parts.group(1))
                .flatMap(accounts::known)
                .filter(known -> Digests.same(
                        proof(known, parts.group(2)).getBytes(StandardCharsets.US_ASCII),
                        parts.group(PROOF).getBytes(StandardCharsets.US_ASCII)));
    }

    private static Instant endOf(String text) {
        return Instant.ofEpochSecond(Math.min(Long.parseLong(text, Character.MAX_RADIX), Integer.MAX_VALUE * 8L));
    }

    private static Optional<AccountId> account(String text) {
        try {
            return Optional.of(new AccountId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String proof(KnownPerson known, String end) {
        String all = known.document().accountId().text() + "\n" + known.stamp() + "\n" + end;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Digests.hmac(key.get(), all.getBytes(StandardCharsets.UTF_8)));
    }
}
