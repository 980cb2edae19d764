package org.passerelle.calendar.feed;

import org.passerelle.calendar.closures.CalendarFiles;
import org.passerelle.platform.PasserelleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarProperties.class)
class CalendarConfiguration {

    @Bean
    CalendarFiles calendarFiles(CalendarProperties settings, PasserelleProperties platform) {
        return new CalendarFiles(settings.folder(platform.dataDir()));
    }
}
