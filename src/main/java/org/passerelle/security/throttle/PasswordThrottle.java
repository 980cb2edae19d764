package org.passerelle.security.throttle;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.passerelle.account.password.HashingLimit;
import org.passerelle.account.session.SignedIn;
import org.passerelle.platform.text.Text;

/**
 * Bounds the guesses of passwords in one place where they are asked for, and the processor time that they cost. What fails is counted before it is hashed,
 * and a success is given back, so that no burst gets further than the limit:
 *
 * <ul>
 *   <li>of one account from one address, or from one known device;
 *   <li>from one address, whatever accounts it names;
 *   <li>of one account from wherever, which slows guessing that is spread over many addresses;
 *   <li>in all.
 * </ul>
 *
 * Only the first holds for whom the account knows: a browser with its cookie ({@link KnownDevices}), or an address from which it
 * was entered lately. So nobody locks the owner out from elsewhere, and a flood does not slow those who are at work. Unknown names
 * are counted and hashed like known ones.
 */
public final class PasswordThrottle {

    static final Duration WINDOW = Duration.ofMinutes(1);
    public static final int OF_ACCOUNT_FROM_SOURCE = 30;
    static final int FROM_ADDRESS = 60;
    static final int IN_ALL = 300;

    static final Duration WINDOW_OF_ACCOUNT = Duration.ofMinutes(10);
    static final int OF_ACCOUNT = 60;

    private static final int LONGEST_NAME = 254;

    private final PasswordCheck check;
    private final HashingLane strangers;
    private final HashingLane known;
    private final KnownAddresses addresses;
    private final FixedWindowLimit ofAccountFromSource;
    private final FixedWindowLimit fromAddress;
    private final FixedWindowLimit ofAccount;
    private final FixedWindowLimit inAll;

    PasswordThrottle(PasswordCheck check, HashingLanes lanes, Ticker ticker) {
        this.check = check;
        this.strangers = lanes.strangers();
        this.known = lanes.known();
        this.addresses = new KnownAddresses(ticker);
        this.ofAccountFromSource = new FixedWindowLimit(OF_ACCOUNT_FROM_SOURCE, WINDOW, ticker);
        this.fromAddress = new FixedWindowLimit(FROM_ADDRESS, WINDOW, ticker);
        this.ofAccount = new FixedWindowLimit(OF_ACCOUNT, WINDOW_OF_ACCOUNT, ticker);
        this.inAll = new FixedWindowLimit(IN_ALL, WINDOW, ticker);
    }

    /** Says who somebody is, as {@link org.passerelle.account.signin.SignIn#withPassword} does. */
    interface PasswordCheck {
        Optional<SignedIn> check(String account, String password, HashingLimit limit);
    }

    /**
     * Who {@code account} is; empty if the password is wrong or there is no such account.
     *
     * @throws TooManyAttempts if there were too many wrong ones; the password was not looked at
     */
    public Optional<SignedIn> check(PasswordSource source, String account, String password) {
        String name = Text.cut(account.strip().toLowerCase(Locale.ROOT), LONGEST_NAME);
        boolean isKnown = source.device().isPresent() || addresses.contain(name, source.subscriber());
        List<Counted> counted = countedFor(source, name, isKnown);
        // Not only when hashing: else what was found right lately could be guessed without end.
        counted.forEach(Counted::requireRoom);
        List<Counted> taken = new ArrayList<>();
        boolean wrong = false;
        try {
            Optional<SignedIn> signedIn = check.check(
                    account, password, hashing -> hash(hashing, counted, taken, isKnown ? known : strangers));
            wrong = signedIn.isEmpty();
            if (!wrong) {
                addresses.add(name, source.subscriber());
            }
            return signedIn;
        } finally {
            if (!wrong) {
                taken.forEach(Counted::giveBack);
            }
        }
    }

    private static boolean hash(BooleanSupplier hashing, List<Counted> counted, List<Counted> taken, HashingLane lane) {
        for (Counted each : counted) {
            each.take();
            taken.add(each);
        }
        return lane.run(hashing);
    }

    private List<Counted> countedFor(PasswordSource source, String name, boolean isKnown) {
        Counted own = new Counted(ofAccountFromSource, source.text() + " " + name);
        return isKnown
                ? List.of(own)
                : List.of(
                        own,
                        new Counted(fromAddress, source.subscriber()),
                        new Counted(ofAccount, name),
                        new Counted(inAll, ""));
    }

    private record Counted(FixedWindowLimit limit, String key) {

        void requireRoom() {
            limit.requireRoom(key);
        }

        void take() {
            limit.take(key);
        }

        void giveBack() {
            limit.giveBack(key);
        }
    }
}
