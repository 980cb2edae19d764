package org.passerelle.booking.changelog.mongo;

import org.passerelle.platform.StoreAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Finds the collection of the log. */
@Configuration(proxyBeanMethods = false)
class ChangeLogConfiguration {

    @Bean
    LogPages logPages(MongoOperations mongo, StoreAccess access) {
        return new LogPages(mongo.getCollection(LogPages.COLLECTION), access);
    }

    @Bean
    LoggedVersions loggedVersions(MongoOperations mongo) {
        return new LoggedVersions(mongo.getCollection(LogPages.COLLECTION));
    }
}
