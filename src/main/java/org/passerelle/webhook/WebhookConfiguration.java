package org.passerelle.webhook;

import org.passerelle.platform.StoredKey;
import org.passerelle.webhook.delivery.WebhookProperties;
import org.passerelle.webhook.delivery.WebhookSecrets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Binds the settings of webhooks, and finds the key that their secrets follow from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    @Bean
    WebhookSecrets webhookSecrets(MongoOperations mongo) {
        return new WebhookSecrets(new StoredKey(mongo, "webhooks"));
    }
}
