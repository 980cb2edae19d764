package org.passerelle.mail.smtp;

import java.util.Optional;
import org.passerelle.platform.settings.SettingCheck;
import org.springframework.boot.context.properties.bind.Binder;

/** Says before the start by which settings mail cannot be signed. */
class SigningCheck implements SettingCheck {

    @Override
    public Optional<String> objection(Binder settings) {
        SigningProperties signing = settings.bindOrCreate("passerelle.mail.dkim", SigningProperties.class);
        try {
            if (signing.isSet()) {
                signing.signer();
            }
            return Optional.empty();
        } catch (SigningRefused e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
