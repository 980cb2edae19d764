package org.passerelle.mail.smtp.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the built-in receiver of mail listens, and what it allows.
 *
 * @param smtpPort where it listens; 0 for nowhere
 * @param smtpAddress on which address it listens
 * @param smtpConnections at the same time, in all
 * @param smtpConnectionsPerAddress at the same time from one IPv4 address or one IPv6 network of 64 bits
 * @param smtpCertificate certificates in PEM, or {@code file:} and their path, the own one first; none for no STARTTLS
 * @param smtpCertificateKey the private key of the first one, likewise
 */
@ConfigurationProperties("passerelle.mail")
public record SmtpProperties(
        @DefaultValue("2525") int smtpPort,
        @DefaultValue("127.0.0.1") String smtpAddress,
        @DefaultValue("50") int smtpConnections,
        @DefaultValue("20") int smtpConnectionsPerAddress,
        @Nullable String smtpCertificate,
        @Nullable String smtpCertificateKey) {

    public SmtpProperties {
        if (smtpConnections < 1 || smtpConnectionsPerAddress < 1) {
            throw new IllegalArgumentException(
                    "PASSERELLE_MAIL_SMTP_CONNECTIONS and PASSERELLE_MAIL_SMTP_CONNECTIONS_PER_ADDRESS are 1 or more");
        }
        if (isSet(smtpCertificate) != isSet(smtpCertificateKey)) {
            throw new IllegalArgumentException(
                    "PASSERELLE_MAIL_SMTP_CERTIFICATE and PASSERELLE_MAIL_SMTP_CERTIFICATE_KEY go together, and only one is set");
        }
    }

    /** What STARTTLS needs; empty unless both are set. */
    Optional<SmtpTls> tls() {
        return isSet(smtpCertificate) && isSet(smtpCertificateKey)
                ? Optional.of(SmtpTls.of(String.valueOf(smtpCertificate), String.valueOf(smtpCertificateKey)))
                : Optional.empty();
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
