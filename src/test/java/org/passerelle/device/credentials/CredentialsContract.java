package org.passerelle.device.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.booking.People;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.platform.digest.Digests;

/** A credential is stored sealed under its name, and read by whoever has the key. */
@FactsOf(Credentials.class)
public abstract class CredentialsContract extends StoreContract {

    private static final Credential FIRST = new Credential("admin", "geheim é");

    private final MutableClock clock = new MutableClock();
    private final List<Object> events = new ArrayList<>();
    private Credentials credentials;

    @BeforeEach
    void begin() {
        credentials = withKey("one");
    }

    private Credentials withKey(String key) {
        CredentialCipher cipher = new CredentialCipher(new SecretKeySpec(Digests.sha256(key), "AES"));
        return new Credentials(mongo(), Optional.of(cipher), events::add, clock);
    }

    @Test
    void findsWhatWasPutLastUnderAName() {
        Credential second = new Credential("admin", "other");
        credentials.put("0123456789abcdef01234567", FIRST, People.MANAGER.id());
        assertThat(withKey("one").find("0123456789abcdef01234567")).contains(FIRST);
        clock.advance(Duration.ofMillis(1));

        credentials.put("0123456789abcdef01234567", second, People.ADMINISTRATOR.id());

        assertThat(credentials.find("0123456789abcdef01234567")).contains(second);
        assertThat(credentials.list())
                .containsExactly(new Credentials.CredentialEntry(
                        "0123456789abcdef01234567", clock.instant(), People.ADMINISTRATOR.id(), true));
    }

    @Test
    void storesNothingThatCanBeReadWithoutTheKey() {
        credentials.put("codec", FIRST, People.MANAGER.id());

        byte[] sealed = documents("credentials")
                .find()
                .first()
                .get("sealed", Binary.class)
                .getData();

        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("admin", "geheim");
        assertThat(withKey("another").find("codec")).isEmpty();
        assertThat(withKey("another").list()).noneMatch(Credentials.CredentialEntry::isReadable);
    }

    @Test
    void readsNoneThatWasPutInThePlaceOfAnother() {
        credentials.put("codec", FIRST, People.MANAGER.id());
        Document moved = new Document(documents("credentials").find().first());
        moved.put("_id", "other");

        documents("credentials").insertOne(moved);

        assertThat(credentials.find("other")).isEmpty();
        assertThat(credentials.find("codec")).contains(FIRST);
    }

    @Test
    void saysWhetherThereWasOneToRemove() {
        credentials.put("codec", FIRST, People.MANAGER.id());
        events.clear();

        assertThat(credentials.remove("codec")).isTrue();
        assertThat(credentials.remove("codec")).isFalse();

        assertThat(events).containsExactly(new CredentialChanged("codec"));
        assertThat(credentials.list()).isEmpty();
    }

    @Test
    void listsThemByName() {
        List.of("b", "a", "c").forEach(name -> credentials.put(name, FIRST, People.MANAGER.id()));

        assertThat(credentials.list())
                .extracting(Credentials.CredentialEntry::name)
                .containsExactly("a", "b", "c");
    }

    @Test
    void takesNoneWithoutAKey() {
        Credentials keyless = new Credentials(mongo(), Optional.empty(), events::add, clock);

        assertThatThrownBy(() -> keyless.put("codec", FIRST, People.MANAGER.id()))
                .isInstanceOf(NoSecretsKey.class);

        assertThat(documents("credentials").countDocuments()).isZero();
    }
}
