package org.passerelle.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this module. */
@Configuration
@EnableConfigurationProperties(AccountSettings.class)
class AccountConfiguration {}
