package org.passerelle.calendar;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this module. */
@Configuration
@EnableConfigurationProperties(CalendarSettings.class)
class CalendarConfiguration {}
