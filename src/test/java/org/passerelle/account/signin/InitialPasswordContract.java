package org.passerelle.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.account.EmailAddress;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.platform.PasserelleProperties;

/** The password that was drawn is known as such on every node, and stored nowhere but in its file. */
@FactsOf(InitialPassword.class)
public abstract class InitialPasswordContract extends StoreContract {

    private static final EmailAddress KIM = new EmailAddress("kim@example.org");

    @TempDir
    private Path folder;

    private InitialPassword node(String name) {
        return new InitialPassword(
                mongo(),
                new PasserelleProperties(
                        folder.resolve(name), null, null, Duration.ZERO, new PasserelleProperties.Demo("", List.of())));
    }

    @Test
    void isKnownOnEveryNodeByItsHashAlone() throws IOException {
        InitialPassword here = node("here");
        assertThat(here.isThatOf(InitialPassword.stampOf("{x}hash"))).isFalse();

        here.tell(KIM, "drawn-here", "{x}hash");

        assertThat(here.isThatOf(InitialPassword.stampOf("{x}hash"))).isTrue();
        assertThat(node("elsewhere").isThatOf(InitialPassword.stampOf("{x}hash")))
                .isTrue();
        assertThat(node("elsewhere").isThatOf(InitialPassword.stampOf("{x}other")))
                .isFalse();
        assertThat(Files.readString(here.file())).contains("drawn-here");
        assertThat(documents("initialPasswords").find().map(Object::toString))
                .singleElement()
                .asString()
                .doesNotContain("drawn-here", "{x}hash");
    }

    @Test
    void staysKnownOnceItsFileIsGoneAndIsStoredOnce() {
        InitialPassword here = node("here");
        here.tell(KIM, "drawn-here", "{x}hash");
        here.tell(KIM, "drawn-here", "{x}hash");

        here.forget();

        assertThat(here.file()).doesNotExist();
        assertThat(node("here").isThatOf(InitialPassword.stampOf("{x}hash"))).isTrue();
        assertThat(documents("initialPasswords").countDocuments()).isEqualTo(1);
    }
}
