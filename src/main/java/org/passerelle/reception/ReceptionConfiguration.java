package org.passerelle.reception;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings about guests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReceptionProperties.class)
class ReceptionConfiguration {}
