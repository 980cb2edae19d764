package org.passerelle.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.PersonId;
import org.passerelle.account.Preference;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** What somebody said last is what they like. */
@FactsOf(MongoPreferences.class)
public abstract class PreferencesContract extends StoreContract {

    private static final Preference FRENCH =
            new Preference(Optional.of(Locale.FRENCH), Optional.of(ZoneId.of("Europe/Paris")));

    private MongoPreferences preferences;

    @BeforeEach
    void begin() {
        preferences = anotherNode();
    }

    private MongoPreferences anotherNode() {
        return new MongoPreferences(mongo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "zoé@bücher.example"})
    void keepsWhatWasSaidLast(String who) {
        PersonId person = PersonId.read(who);
        Preference zoneless = new Preference(Optional.of(Locale.ENGLISH), Optional.empty());
        assertThat(preferences.of(person)).isEqualTo(Preference.NONE);

        preferences.put(person, FRENCH);
        assertThat(anotherNode().of(person)).isEqualTo(FRENCH);
        preferences.put(person, zoneless);

        assertThat(preferences.of(person)).isEqualTo(zoneless);
        assertThat(anotherNode().of(person)).isEqualTo(zoneless);
        preferences.remove(person);
        assertThat(anotherNode().of(person)).isEqualTo(Preference.NONE);
    }
}
