package org.passerelle.mail.smtp;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By what mail is signed; all three or none.
 *
 * @param domain that answers for the mail
 * @param selector under which its key is published
 * @param privateKey in PEM, or {@code file:} and where it lies; never shown
 */
@ConfigurationProperties("passerelle.mail.dkim")
record SigningProperties(
        @Nullable String domain,
        @Nullable String selector,
        @Nullable String privateKey) {

    static final String DOMAIN = "PASSERELLE_MAIL_DKIM_DOMAIN";
    static final String SELECTOR = "PASSERELLE_MAIL_DKIM_SELECTOR";
    static final String PRIVATE_KEY = "PASSERELLE_MAIL_DKIM_PRIVATE_KEY";

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String NAME = LABEL + "(\\." + LABEL + ")*";

    boolean isSet() {
        return Stream.of(domain, selector, privateKey).anyMatch(SigningProperties::isGiven);
    }

    /** @throws SigningRefused if something is missing or wrong, with the name of the setting and nothing of what it holds */
    DkimSigner signer() {
        String missing = Stream.of(
                        isGiven(domain) ? "" : DOMAIN,
                        isGiven(selector) ? "" : SELECTOR,
                        isGiven(privateKey) ? "" : PRIVATE_KEY)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new SigningRefused(missing, "is not set, but needed to sign mail");
        }
        return new DkimSigner(
                name(DOMAIN, domain), name(SELECTOR, selector), SigningKey.parse(String.valueOf(privateKey)));
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static String name(String setting, @Nullable String value) {
        String name = String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        if (!name.matches(NAME)) {
            throw new SigningRefused(setting, "is no name of the DNS");
        }
        return name;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SigningSettings[domain=" + domain + ", selector=" + selector + "]";
    }
}
