package org.passerelle.conference.jitsi;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds what Jitsi is set up with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({JitsiProperties.class, JitsiSecrets.class})
class JitsiConfiguration {}
