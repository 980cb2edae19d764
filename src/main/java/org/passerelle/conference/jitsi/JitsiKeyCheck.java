package org.passerelle.conference.jitsi;

import java.util.Optional;
import org.passerelle.platform.settings.SettingCheck;
import org.springframework.boot.context.properties.bind.Binder;

/** Says before the start that tokens for Jitsi cannot be signed with the key that is given. */
class JitsiKeyCheck implements SettingCheck {

    @Override
    public Optional<String> objection(Binder settings) {
        JitsiSecrets secrets = settings.bindOrCreate("passerelle.jitsi", JitsiSecrets.class);
        try {
            if (secrets.hasKey()) {
                RsaKeys.privateKey(secrets.privateKey());
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage() + ".");
        }
    }
}
