package org.passerelle.security.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest.MutableTicker;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.account.password.HashingLimit;
import org.passerelle.account.session.SignedIn;

class PasswordThrottleTests {

    private static final String LOUIS = "louis@atelier-brie.example";
    private static final String CAMILLE = "camille@atelier-brie.example";
    private static final String RIGHT = "the right one";
    private static final String OFFICE = "192.0.2.1";

    private final MutableTicker ticker = new MutableTicker();
    private final Accounts accounts = new Accounts();
    private final PasswordThrottle throttle =
            new PasswordThrottle(accounts::check, HashingLanes.forProcessors(2), ticker);

    /** Louis and Camille; what was right is remembered, as the program does. */
    private static final class Accounts {

        private final AtomicInteger hashed = new AtomicInteger();
        private final Set<String> remembered = ConcurrentHashMap.newKeySet();

        Optional<SignedIn> check(String account, String password, HashingLimit limit) {
            String name = account.toLowerCase(Locale.ROOT);
            boolean right = Set.of(LOUIS, CAMILLE).contains(name) && password.equals(RIGHT);
            boolean found = (right && remembered.contains(name))
                    || limit.run(() -> {
                        hashed.incrementAndGet();
                        return right;
                    });
            if (!found) {
                return Optional.empty();
            }
            remembered.add(name);
            Person person = new Person(
                    AccountsInMemory.id(name), new EmailAddress(name), name, Role.MEMBER, Optional.empty(), Set.of());
            return Optional.of(new SignedIn(person, "stamp", Optional.empty()));
        }
    }

    private boolean enters(PasswordSource source, String account) {
        return throttle.check(source, account, RIGHT).isPresent();
    }

    /** How many of {@code times} wrong passwords were looked at. */
    private int guess(PasswordSource source, String account, int times) {
        int looked = 0;
        for (int i = 0; i < times; i++) {
            try {
                throttle.check(source, account, "guess " + i);
                looked++;
            } catch (TooManyAttempts e) {
                assertThat(e.retryAfter()).isPositive();
            }
        }
        return looked;
    }

    private static PasswordSource from(String address) {
        return PasswordSource.of(address);
    }

    private static PasswordSource device(String id, String address) {
        return new PasswordSource(PasswordSource.of(address).subscriber(), Optional.of(id));
    }

    @Test
    void looksAtThirtyWrongPasswordsAMinute() {
        assertThat(guess(from(OFFICE), LOUIS, 40)).isEqualTo(30);

        assertThatThrownBy(() -> enters(from(OFFICE), LOUIS))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        e -> assertThat(e.retryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
        ticker.advance(PasswordThrottle.WINDOW);
        assertThat(enters(from(OFFICE), LOUIS)).isTrue();
    }

    @Test
    void stopsThemAlsoForAPasswordThatWasFoundRightAMomentAgo() {
        enters(from(OFFICE), LOUIS);
        guess(from(OFFICE), LOUIS, 30);

        assertThatThrownBy(() -> enters(from(OFFICE), LOUIS)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void neverCountsSuccesses() {
        for (int i = 0; i < 1000; i++) {
            accounts.remembered.clear();
            assertThat(enters(from(OFFICE), LOUIS)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8:0:7:0:0:0:1, 2001:db8:0:7:a:b:c:d, true",
        "2001:db8:0:7:0:0:0:1, 2001:db8:0:8:0:0:0:1, false"
    })
    void countsASubscriberOfIpv6AsOne(String guessing, String other, boolean limited) {
        guess(from(guessing), LOUIS, 30);

        assertThat(guess(from(other), LOUIS, 1)).isEqualTo(limited ? 0 : 1);
    }

    @Test
    void countsOneAccountHoweverItIsWritten() {
        guess(from(OFFICE), LOUIS, 30);

        assertThat(guess(from(OFFICE), " LOUIS@atelier-brie.example", 1)).isZero();
    }

    @Test
    void letsOthersAtTheSameAddressInMeanwhile() {
        guess(from(OFFICE), LOUIS, 30);

        assertThat(enters(from(OFFICE), CAMILLE)).isTrue();
    }

    @Test
    void stopsAnAddressThatTriesOneAccountAfterTheOtherButNotWhoIsKnownThere() {
        enters(from(OFFICE), CAMILLE);

        int looked = IntStream.range(0, 500)
                .map(i -> guess(from(OFFICE), "guess" + i + "@example.org", 1))
                .sum();

        assertThat(looked).isEqualTo(PasswordThrottle.FROM_ADDRESS);
        assertThat(guess(from(OFFICE), LOUIS, 1)).isZero();
        assertThat(enters(from(OFFICE), CAMILLE)).isTrue();
    }

    @Test
    void slowsGuessesFromAThousandAddressesAndLetsTheOwnerInWithAKnownDevice() {
        int looked = IntStream.range(0, 1000)
                .map(i -> guess(from("198.51." + i / 250 + "." + i % 250), LOUIS, 30))
                .sum();

        assertThat(looked).isEqualTo(PasswordThrottle.OF_ACCOUNT);
        assertThat(guess(from("203.0.113.77"), LOUIS, 1)).isZero();
        assertThat(enters(device("a browser of his", "203.0.113.77"), LOUIS)).isTrue();
        assertThat(enters(from("203.0.113.78"), CAMILLE)).isTrue();
    }

    @Test
    void letsTheOwnerInFromWhereHeWasLately() {
        enters(from(OFFICE), LOUIS);
        IntStream.range(0, 1000).forEach(i -> guess(from("198.51." + i / 250 + "." + i % 250), LOUIS, 1));
        accounts.remembered.clear();

        assertThat(enters(from(OFFICE), LOUIS)).isTrue();
    }

    @Test
    void forgetsWhereAnAccountWasEnteredAfterADay() {
        enters(from(OFFICE), LOUIS);
        ticker.advance(KnownAddresses.REMEMBERED);
        IntStream.range(0, 100).forEach(i -> guess(from("198.51.100." + i), LOUIS, 1));

        assertThatThrownBy(() -> enters(from(OFFICE), LOUIS)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void countsAKnownDeviceByItselfWhateverItsNeighboursDo() {
        guess(from(OFFICE), LOUIS, 30);

        assertThat(enters(device("a browser of his", OFFICE), LOUIS)).isTrue();
        assertThat(guess(device("a stolen one", OFFICE), LOUIS, 100)).isEqualTo(30);
        assertThat(enters(device("a browser of his", OFFICE), LOUIS)).isTrue();
    }

    @Test
    void hashesAFewHundredOfTenThousandWrongPasswords() {
        IntStream.range(0, 10_000)
                .forEach(i -> guess(from("10." + i / 2500 + "." + i / 100 % 250 + "." + i % 100), "p" + i, 1));

        assertThat(accounts.hashed).hasValue(PasswordThrottle.IN_ALL);
    }

    @Test
    void hashesForUnknownPeopleAsOftenAsForKnownOnes() {
        int known = guess(from("192.0.2.10"), LOUIS, 100);
        int hashedForKnown = accounts.hashed.getAndSet(0);
        int unknown = guess(from("192.0.2.11"), "nobody@example.org", 100);

        assertThat(unknown).isEqualTo(known);
        assertThat(accounts.hashed).hasValue(hashedForKnown);
    }

    @Test
    void letsThoseInWhoAreKnownAfterAllTheOthersAreUsedUp() {
        enters(from(OFFICE), LOUIS);
        IntStream.range(0, 1000).forEach(i -> guess(from("198.51." + i / 250 + "." + i % 250), "p" + i, 1));
        accounts.remembered.clear();

        assertThat(guess(from("203.0.113.5"), CAMILLE, 1)).isZero();
        assertThat(enters(from(OFFICE), LOUIS)).isTrue();
    }

    @Test
    void looksAtNoMoreThanTheLimitWhenAllComeAtOnce() {
        IntStream.range(0, 400).parallel().forEach(i -> guess(from(OFFICE), LOUIS, 1));

        assertThat(accounts.hashed.get()).isLessThanOrEqualTo(PasswordThrottle.OF_ACCOUNT_FROM_SOURCE);
    }

    @Test
    void doesNotForgetWhoGuessesUnderAFloodOfNewNames() {
        guess(from(OFFICE), LOUIS, 30);

        IntStream.range(0, 2 * FixedWindowLimit.KEYS)
                .forEach(i -> guess(from("10." + i / 62500 + "." + i / 250 % 250 + "." + i % 250), "name " + i, 1));

        assertThat(guess(from(OFFICE), LOUIS, 1)).isZero();
    }
}
