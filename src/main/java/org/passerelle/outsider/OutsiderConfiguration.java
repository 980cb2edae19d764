package org.passerelle.outsider;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds how many requests people without an account may make. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutsiderProperties.class)
class OutsiderConfiguration {}
