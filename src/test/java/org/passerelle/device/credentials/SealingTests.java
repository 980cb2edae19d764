package org.passerelle.device.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTests {

    private static final SecretKey KEY = SecretsKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    private static final SecretKey OTHER = SecretsKey.parse("BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=");

    @TempDir
    private Path folder;

    @Test
    void opensWhatItSealedUnderTheSameNameOnly() {
        CredentialCipher sealing = new CredentialCipher(KEY);
        byte[] sealed = sealing.seal("codec-melun", "admin\nMot de passe €");

        assertThat(sealing.open("codec-melun", sealed)).contains("admin\nMot de passe €");
        assertThat(sealing.open("codec-rebais", sealed)).isEmpty();
        assertThat(new CredentialCipher(OTHER).open("codec-melun", sealed)).isEmpty();
    }

    @Test
    void writesTheSameDifferentlyEachTimeAndNeverInClear() {
        CredentialCipher sealing = new CredentialCipher(KEY);
        byte[] one = sealing.seal("codec-melun", "secret-word");
        byte[] other = sealing.seal("codec-melun", "secret-word");

        assertThat(one).isNotEqualTo(other);
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("secret-word");
    }

    @Test
    void opensNothingThatWasTamperedWith() {
        CredentialCipher sealing = new CredentialCipher(KEY);
        byte[] sealed = sealing.seal("codec-melun", "secret-word");

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(sealing.open("codec-melun", changed)).isEmpty();
            assertThat(sealing.open("codec-melun", Arrays.copyOf(sealed, i))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "AAECAwQFBgcICQoLDA0ODw==", "not base 64 at all, but of some length!!"})
    void takesNoKeyOfAnotherLengthAndDoesNotRepeatIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretsKey.parse(text))
                .withMessageContaining("PASSERELLE_SECRETS_KEY must be 32 random bytes")
                .satisfies(e -> assertThat(text.isEmpty()
                                || !String.valueOf(e.getMessage()).contains(text))
                        .isTrue());
    }

    @Test
    void drawsAKeyOnceForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("data").resolve("secrets.key");

        SecretKey drawn = SecretsKey.drawnIn(file);

        assertThat(SecretsKey.drawnIn(file)).isEqualTo(drawn);
        assertThat(SecretsKey.drawnIn(folder.resolve("other.key"))).isNotEqualTo(drawn);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void saysNothingOfACredentialInItsText() {
        assertThat(new Credential("admin", "secret-word")).hasToString("Credential[hidden]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Credential("a:b", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Credential("a", "x\ny"));
    }
}
