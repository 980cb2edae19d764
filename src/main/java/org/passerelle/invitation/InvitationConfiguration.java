package org.passerelle.invitation;

import org.passerelle.mail.quota.MailLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InvitationProperties.class, OutgoingProperties.class, MailLimits.class})
class InvitationConfiguration {}
