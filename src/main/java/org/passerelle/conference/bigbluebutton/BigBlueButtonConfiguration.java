package org.passerelle.conference.bigbluebutton;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds what BigBlueButton is set up with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BigBlueButtonProperties.class)
class BigBlueButtonConfiguration {}
