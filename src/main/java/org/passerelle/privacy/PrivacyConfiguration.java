package org.passerelle.privacy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RetentionProperties.class, PrivacyProperties.class})
class PrivacyConfiguration {}
