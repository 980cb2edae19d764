package org.passerelle.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.AccountRefusal;
import org.passerelle.account.EmailAddress;
import org.passerelle.platform.PasserelleProperties;
import org.passerelle.platform.PublicUrls;

class PasswordRulesTests {

    private static final EmailAddress CAMILLE = new EmailAddress("camille.girard@atelier-brie.example");

    private static PasswordRules rules(String... demoAccounts) {
        PasserelleProperties settings = new PasserelleProperties(
                Path.of("data"),
                null,
                null,
                Duration.ZERO,
                new PasserelleProperties.Demo("passerelle", List.of(demoAccounts)));
        return new PasswordRules(settings, PublicUrls.at("https://reservations.seine77.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "seven77, PASSWORD_TOO_SHORT",
        "😀😀😀😀, PASSWORD_TOO_SHORT",
        "password1, PASSWORD_COMMON",
        "PassWord1, PASSWORD_COMMON",
        "qwertyuiop, PASSWORD_COMMON",
        "iloveyou2, PASSWORD_COMMON",
        "camille.girard@atelier-brie.example, PASSWORD_OBVIOUS",
        "CamilleGirard, PASSWORD_OBVIOUS",
        "camille2026, PASSWORD_OBVIOUS",
        "Girard-1988, PASSWORD_OBVIOUS",
        "atelier-brie, PASSWORD_OBVIOUS",
        "Passerelle2026!, PASSWORD_OBVIOUS",
        "passerelle, PASSWORD_OBVIOUS",
        "seine77seine77, PASSWORD_OBVIOUS",
        "Reservations1, PASSWORD_OBVIOUS"
    })
    void refuseWhatIsGuessedFirst(String password, AccountRefusal refusal) {
        assertThat(rules().refusalOf(password, CAMILLE)).contains(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"another one", "long enough", "cheval pile agrafe", "😀😀😀😀😀😀😀😀", "camille va au marché"})
    void letWhatIsNot(String password) {
        assertThat(rules().refusalOf(password, CAMILLE)).isEmpty();
    }

    @Test
    void refuseWhatBcryptWouldCut() {
        assertThat(rules().refusalOf("é".repeat(37), CAMILLE)).contains(AccountRefusal.PASSWORD_TOO_LONG);
        assertThat(rules().refusalOf("ab cd é ".repeat(8), CAMILLE)).isEmpty();
    }

    @Test
    void letTheDemoHaveItsOwn() {
        assertThat(rules("camille@atelier-brie.example").refusalOf("passerelle", CAMILLE))
                .isEmpty();
    }

    @Test
    void knowTenThousandThatAreLongEnough() {
        assertThat(CommonPasswords.all())
                .hasSize(10_000)
                .allMatch(password -> password.length() >= PasswordRules.SHORTEST)
                .contains("password", "12345678", "baseball", "trustno1");
    }
}
