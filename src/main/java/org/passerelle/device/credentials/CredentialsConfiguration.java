package org.passerelle.device.credentials;

import java.time.Clock;
import java.util.Optional;
import org.passerelle.platform.PasserelleProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.data.mongodb.core.MongoOperations;

/** Finds the key for secrets; a wrong one ends the start, none leaves the program without secrets. */
@Configuration(proxyBeanMethods = false)
class CredentialsConfiguration {

    @Bean
    Credentials credentials(MongoOperations mongo, KeyFound key, ApplicationEventPublisher events, Clock clock) {
        return new Credentials(mongo, key.sealing(), events, clock);
    }

    /** The key, if there is one. */
    record KeyFound(Optional<CredentialCipher> sealing) {}

    /** @param key what {@code PASSERELLE_SECRETS_KEY} says; the demo draws one of its own into its data folder */
    @Bean
    KeyFound secretsKey(
            @Value("${passerelle.secrets-key:}") String key, PasserelleProperties settings, Environment environment) {
        if (!key.isBlank()) {
            return new KeyFound(Optional.of(new CredentialCipher(SecretsKey.parse(key))));
        }
        return new KeyFound(
                environment.acceptsProfiles(Profiles.of("demo"))
                        ? Optional.of(new CredentialCipher(
                                SecretsKey.drawnIn(settings.dataDir().resolve("secrets.key"))))
                        : Optional.empty());
    }
}
