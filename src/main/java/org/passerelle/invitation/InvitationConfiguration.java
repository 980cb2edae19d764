package org.passerelle.invitation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InvitationSettings.class, OutgoingSettings.class})
class InvitationConfiguration {}
