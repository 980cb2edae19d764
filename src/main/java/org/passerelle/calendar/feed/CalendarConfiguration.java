package org.passerelle.calendar.feed;

import org.passerelle.calendar.closures.CalendarFiles;
import org.passerelle.platform.PasserelleSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarSettings.class)
class CalendarConfiguration {

    @Bean
    CalendarFiles calendarFiles(CalendarSettings settings, PasserelleSettings platform) {
        return new CalendarFiles(settings.folder(platform.dataDir()));
    }
}
