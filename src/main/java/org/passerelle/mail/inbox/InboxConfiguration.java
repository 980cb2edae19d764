package org.passerelle.mail.inbox;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of mail that comes in, by SMTP or IMAP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InboxProperties.class, SenderProperties.class})
class InboxConfiguration {}
