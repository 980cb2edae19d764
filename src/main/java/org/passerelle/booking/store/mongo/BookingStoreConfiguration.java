package org.passerelle.booking.store.mongo;

import org.passerelle.booking.changelog.mongo.LoggedVersions;
import org.passerelle.platform.StoreAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Chooses how bookings are found: from memory when nobody else writes them, otherwise by asking the database and listening
 * for what other nodes write.
 */
@Configuration(proxyBeanMethods = false)
class BookingStoreConfiguration {

    @Bean
    FamilySearch familySearch(MongoOperations mongo, StoreAccess access) {
        var collection = mongo.getCollection(MongoBookings.COLLECTION);
        return access == StoreAccess.EXCLUSIVE
                ? IndexedFamilies.of(collection, new KeptDigests(mongo.getCollection(KeptDigests.COLLECTION)))
                : new QueriedFamilies(collection);
    }

    @Bean
    SearchUpkeep searchUpkeep(FamilySearch search) {
        return new SearchUpkeep(search);
    }

    @Bean
    StoredOccupancy storedOccupancy(
            MongoOperations mongo, FamilySearch search, StoreAccess access, LoggedVersions logged) {
        return access == StoreAccess.EXCLUSIVE
                ? new StoredOccupancy(mongo, search)
                : new StoredOccupancy(
                        mongo,
                        search,
                        new MongoChangeSource(mongo.getCollection(MongoBookings.COLLECTION)),
                        OtherNodes.Pauses.USUAL,
                        logged);
    }
}
