package org.passerelle.conference;

import java.util.Locale;
import org.passerelle.booking.Proofs;
import org.passerelle.i18n.Languages;
import org.passerelle.platform.StoredKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Binds the settings of this module and makes what needs the installation's secret. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConferenceProperties.class)
class ConferenceConfiguration {

    /** That of mails, which say the same to the same people. */
    @Bean
    ConferenceLanguage conferenceLanguage(@Value("${passerelle.mail.language:fr}") Locale language) {
        return new ConferenceLanguage(Languages.nearest(language));
    }

    @Bean
    Proofs conferenceProofs(MongoOperations mongo) {
        return new Proofs(new StoredKey(mongo, "conference"));
    }
}
