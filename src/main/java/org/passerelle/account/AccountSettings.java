package org.passerelle.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about accounts.
 *
 * @param demoPassword the password of every demo account, in the demo only
 * @param adminEmail who administers the network at first; needed in production
 */
@ConfigurationProperties("passerelle")
record AccountSettings(
        @DefaultValue("passerelle") String demoPassword,
        @Nullable String adminEmail) {}
