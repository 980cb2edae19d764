package org.passerelle.platform;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.passerelle.platform.StoreStatus.StoreState;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.passerelle.platform.snapshot.ServerSnapshot;
import org.passerelle.platform.snapshot.StoreSnapshots;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoManagedTypes;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The database: the one that {@code spring.mongodb.uri} names, or else the embedded one in the data folder. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    /** A write that was answered is on the disks of a majority and cannot be rolled back. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** After which time a request is answered that it cannot be done now, unless the address says otherwise. */
    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaits() {
        return new StoreWaits();
    }

    /** In the form that the migrations have brought it to. */
    @Bean
    MongoDatabase mongoDatabase(MongoDatabaseFactory databases, Migrations migrations) {
        return databases.getMongoDatabase();
    }

    /** None named before its first use: looking for them would read every class of the program at each start. */
    @Bean
    static MongoManagedTypes documentsAsTheyCome() {
        return MongoManagedTypes.empty();
    }

    @Bean
    StoreAccess storeAccess(ObjectProvider<EmbeddedMongo> embedded) {
        return embedded.stream().findAny().isPresent() ? StoreAccess.EXCLUSIVE : StoreAccess.SHARED;
    }

    @Bean
    StoreSnapshots storeSnapshots(
            ObjectProvider<EmbeddedMongo> embedded, MongoClient client, MongoDatabaseFactory databases) {
        return embedded.stream()
                .findAny()
                .<StoreSnapshots>map(mongo -> mongo::snapshot)
                .orElse(() -> ServerSnapshot.of(client, databases.getMongoDatabase()));
    }

    /** Of a server it knows nothing: its own errors speak. */
    @Bean
    StoreStatus storeStatus(ObjectProvider<EmbeddedMongo> embedded) {
        return embedded.stream()
                .findAny()
                .<StoreStatus>map(mongo -> new EmbeddedStoreStatus(
                        mongo::state, mongo::bytes, mongo::forgetFormerVersions, mongo::hasForgottenFormerVersions))
                .orElse(() -> StoreState.WORKING);
    }

    /** Whoever has a template, even in a constructor, reads documents and indexes of the newest form. */
    @Bean
    static MigrationsFirst migrationsFirst() {
        return new MigrationsFirst();
    }

    static final class MigrationsFirst extends AbstractDependsOnBeanFactoryPostProcessor {

        MigrationsFirst() {
            super(MongoTemplate.class, Migrations.class);
        }
    }

    /** For the store that {@link StoreOpening} has opened. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(NoServerNamed.class)
    static class Embedded {

        @Bean
        MongoConnectionDetails embeddedMongoConnection() {
            return EmbeddedMongo::address;
        }

        @Bean
        MongoClientSettingsBuilderCustomizer embeddedMongoTransport(EmbeddedMongo mongo) {
            return mongo::connect;
        }
    }

    static final class NoServerNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StoreOpening.isEmbedded(context.getEnvironment());
        }
    }
}
