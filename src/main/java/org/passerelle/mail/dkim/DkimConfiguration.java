package org.passerelle.mail.dkim;

import org.passerelle.mail.dkim.DkimKeys.Found;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of signatures on mail that comes in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DkimProperties.class)
class DkimConfiguration {

    @Bean
    DkimVerifier dkimVerifier(DkimProperties settings) {
        return new DkimVerifier(settings.verify() ? new DnsKeys("dns:") : name -> Found.NOTHING);
    }
}
