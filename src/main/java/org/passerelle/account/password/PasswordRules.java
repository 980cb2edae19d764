package org.passerelle.account.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.AccountRefusal;
import org.passerelle.account.EmailAddress;
import org.passerelle.platform.PasserelleProperties;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * What a new password must not be, by NIST SP 800-63B section 3.1.1.2: short, common, or what anybody would try who knows whose it
 * is and where. No kinds of characters are asked for and none grows old. Passwords of before stay good.
 */
@Component
public class PasswordRules {

    /** In characters. */
    static final int SHORTEST = 8;

    /** In bytes of UTF-8: bcrypt ignores what follows. */
    static final int LONGEST_IN_BYTES = 72;

    private static final String PRODUCT = "passerelle";
    private static final int SHORTEST_NAME = 3;

    private final PasserelleProperties settings;
    private final PublicUrl url;

    PasswordRules(PasserelleProperties settings, PublicUrl url) {
        this.settings = settings;
        this.url = url;
    }

    /** Why {@code password} cannot be the new one of {@code whose}; empty if it can. */
    public Optional<AccountRefusal> refusalOf(String password, EmailAddress whose) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(AccountRefusal.PASSWORD_TOO_SHORT);
        }
        if (isTooLong(password)) {
            return Optional.of(AccountRefusal.PASSWORD_TOO_LONG);
        }
        if (isThatOfTheDemo(password)) {
            return Optional.empty();
        }
        if (CommonPasswords.contain(password)) {
            return Optional.of(AccountRefusal.PASSWORD_COMMON);
        }
        return isObvious(password, whose.value()) ? Optional.of(AccountRefusal.PASSWORD_OBVIOUS) : Optional.empty();
    }

    static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_IN_BYTES;
    }

    private boolean isThatOfTheDemo(String password) {
        return !settings.demo().accounts().isEmpty()
                && password.equals(settings.demo().password());
    }

    /** Digits and signs around or within a name do not hide it. */
    private boolean isObvious(String password, String address) {
        String host = Optional.ofNullable(url.base().getHost()).orElse("");
        String core = letters(password);
        Stream<String> names = Stream.of(
                        Stream.of(PRODUCT, address, host),
                        parts(address, "@"),
                        parts(address, "[@.]"),
                        parts(host, "\\."))
                .flatMap(each -> each);
        return core.isEmpty()
                ? password.chars().distinct().count() == 1
                : names.map(PasswordRules::letters)
                        .anyMatch(name ->
                                name.length() >= SHORTEST_NAME && (core.equals(name) || core.equals(name + name)));
    }

    private static Stream<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\P{L}", "");
    }
}
