package org.passerelle.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @Test
    void costAThousandRoundsOfBcrypt() {
        assertThat(passwords.hash("cheval pile agrafe")).startsWith("{bcrypt}$2a$10$");
    }

    @Test
    void knowTheRightOneAgainAndNoOther() {
        String hash = passwords.hash("cheval pile agrafe");

        assertThat(passwords.matches("cheval pile agrafe", hash)).isTrue();
        assertThat(passwords.matches("cheval pile agrafe", hash)).isTrue();
        assertThat(passwords.matches("cheval pile", hash)).isFalse();
    }
}
