package org.passerelle.backup;

import java.time.Clock;
import org.passerelle.platform.snapshot.StoreSnapshots;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes backups within the program. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupProperties.class)
class BackupConfiguration {

    @Bean
    TakeBackup takeBackup(StoreSnapshots store, Clock clock) {
        return new TakeBackup(store, clock);
    }
}
