package org.passerelle.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.AccountId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.People;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A passkey is one person's, and its count of signatures moves on once for each. */
@FactsOf(Passkeys.class)
public abstract class PasskeysContract extends StoreContract {

    private static final PersonId CAMILLE = People.CAMILLE.id();
    private static final PersonId LOUIS = People.LOUIS.id();
    private static final byte[] KEY = {1, 2, 3};

    private Passkeys passkeys;

    @BeforeEach
    void open() {
        new M281_PasskeysBySlot().apply(mongo().getDb());
        passkeys = new Passkeys(mongo(), new MutableClock());
    }

    @Test
    void nobodyHasMoreThanTenHoweverManyAreAddedAtOnce() throws Exception {
        List<Callable<Boolean>> all = IntStream.range(0, 2 * Passkeys.MOST)
                .<Callable<Boolean>>mapToObj(i -> () -> passkeys.add(CAMILLE, "key-" + i, "Key", KEY, 0))
                .toList();

        List<Boolean> added = Together.all(all);

        assertThat(added).filteredOn(each -> each).hasSize(Passkeys.MOST);
        assertThat(passkeys.of(CAMILLE)).hasSize(Passkeys.MOST);
    }

    @Test
    void anIdIsTakenOnce() {
        assertThat(passkeys.add(CAMILLE, "one", "Phone", KEY, 0)).isTrue();

        assertThat(passkeys.add(LOUIS, "one", "Phone", KEY, 0)).isFalse();

        assertThat(passkeys.of(LOUIS)).isEmpty();
    }

    @Test
    void oneCountIsPassedOnce() {
        passkeys.add(CAMILLE, "one", "Phone", KEY, 4);
        PasskeyDocument seen = passkeys.find("one").orElseThrow();

        assertThat(passkeys.used(seen, 5)).isTrue();

        assertThat(passkeys.used(seen, 5)).isFalse();
        assertThat(passkeys.find("one").orElseThrow().count()).isEqualTo(5);
        assertThat(passkeys.of(CAMILLE).get(0).used()).isPresent();
    }

    @Test
    void nobodyRemovesThatOfSomebodyElse() {
        passkeys.add(CAMILLE, "one", "Phone", KEY, 0);

        assertThat(passkeys.remove(LOUIS, "one")).isFalse();

        assertThat(passkeys.remove(CAMILLE, "one")).isTrue();
        assertThat(passkeys.find("one")).isEmpty();
    }

    @Test
    void allEndWithTheAccount() {
        passkeys.add(CAMILLE, "one", "Phone", KEY, 0);
        passkeys.add(LOUIS, "other", "Phone", KEY, 0);

        passkeys.on(new AccountEnded(new AccountId(CAMILLE.text())));

        assertThat(passkeys.of(CAMILLE)).isEmpty();
        assertThat(passkeys.of(LOUIS)).hasSize(1);
    }
}
