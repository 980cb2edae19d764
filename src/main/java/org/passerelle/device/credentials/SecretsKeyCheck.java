package org.passerelle.device.credentials;

import java.util.Optional;
import org.passerelle.platform.settings.SettingCheck;
import org.springframework.boot.context.properties.bind.Binder;

/** Says before the start that the key for the passwords of devices is none. */
class SecretsKeyCheck implements SettingCheck {

    @Override
    public Optional<String> objection(Binder settings) {
        try {
            settings.bind("passerelle.secrets-key", String.class)
                    .map(String::strip)
                    .map(key -> key.isEmpty() ? null : SecretsKey.parse(key));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage() + ".");
        }
    }
}
