package org.passerelle.mail.dkim;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param verify whether a valid signature of the sender's domain makes a sender certain; asks the DNS for its key */
@ConfigurationProperties("passerelle.mail.dkim")
record DkimProperties(@DefaultValue("true") boolean verify) {}
