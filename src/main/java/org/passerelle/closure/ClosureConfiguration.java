package org.passerelle.closure;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of closures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClosureProperties.class)
class ClosureConfiguration {}
