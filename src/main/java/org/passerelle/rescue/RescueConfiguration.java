package org.passerelle.rescue;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of rescues. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RescueProperties.class)
class RescueConfiguration {}
