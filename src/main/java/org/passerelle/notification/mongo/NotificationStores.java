package org.passerelle.notification.mongo;

import org.passerelle.notification.owed.OwedNotifications;
import org.passerelle.platform.StoreAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Chooses how what is owed is found: by indexes, or by the memory of the only program that writes. */
@Configuration(proxyBeanMethods = false)
class NotificationStores {

    @Bean
    OwedNotifications owedNotifications(MongoOperations mongo, StoreAccess access) {
        MongoOwedNotifications stored = new MongoOwedNotifications(mongo);
        return access == StoreAccess.EXCLUSIVE ? new RememberedNotifications(stored) : stored;
    }
}
