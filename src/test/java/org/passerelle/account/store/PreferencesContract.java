package org.passerelle.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.AccountId;
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

    /** One of them is what Spring takes for the text of an {@code ObjectId}. */
    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "0123456789abcdef01234567", "zoé@bücher.example"})
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

    @Test
    void knowsNothingOfAZoneThatIsNoMore() {
        documents("preferences").insertOne(Document.parse("{_id: 'kim', language: 'fr', zone: 'US/Pacific-New'}"));

        assertThat(preferences.of(new AccountId("kim")))
                .isEqualTo(new Preference(Optional.of(Locale.FRENCH), Optional.empty()));
    }
}
