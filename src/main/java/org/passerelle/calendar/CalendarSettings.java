package org.passerelle.calendar;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about calendars.
 *
 * @param dataDir where the program keeps its data
 * @param calendarsDir the folder of an administrator's own calendars; by default {@code calendars} in {@code dataDir}
 */
@ConfigurationProperties("passerelle")
record CalendarSettings(
        @DefaultValue("./data") Path dataDir, @Nullable Path calendarsDir) {

    Path folder() {
        return calendarsDir == null ? dataDir.resolve("calendars") : calendarsDir;
    }
}
