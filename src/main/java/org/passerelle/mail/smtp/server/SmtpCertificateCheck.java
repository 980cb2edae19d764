package org.passerelle.mail.smtp.server;

import java.util.Optional;
import org.passerelle.platform.settings.SettingCheck;
import org.springframework.boot.context.properties.bind.Binder;

/** Says before the start that there can be no STARTTLS by the certificate and the key that are given. */
class SmtpCertificateCheck implements SettingCheck {

    @Override
    public Optional<String> objection(Binder settings) {
        try {
            settings.bindOrCreate("passerelle.mail", SmtpProperties.class).tls();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(
                    "PASSERELLE_MAIL_SMTP_CERTIFICATE and PASSERELLE_MAIL_SMTP_CERTIFICATE_KEY are no certificate"
                            + " in PEM and its key.");
        }
    }
}
