package org.passerelle.conference;

import org.passerelle.booking.Proofs;
import org.passerelle.platform.StoredKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Binds the settings of this module and makes what needs the installation's secret. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConferenceProperties.class)
class ConferenceConfiguration {

    @Bean
    Proofs conferenceProofs(MongoOperations mongo) {
        return new Proofs(new StoredKey(mongo, "conference"));
    }
}
