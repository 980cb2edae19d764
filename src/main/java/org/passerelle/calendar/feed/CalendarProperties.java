package org.passerelle.calendar.feed;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What can be set about calendars.
 *
 * @param calendarsDir the folder of an administrator's own calendars; by default {@code calendars} in the data folder
 */
@ConfigurationProperties("passerelle")
record CalendarProperties(@Nullable Path calendarsDir) {

    Path folder(Path dataDir) {
        return Objects.requireNonNullElse(calendarsDir, dataDir.resolve("calendars"));
    }
}
