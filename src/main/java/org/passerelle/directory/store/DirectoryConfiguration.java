package org.passerelle.directory.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.directory.AddedClosures;
import org.passerelle.directory.ClaimNumbers;
import org.passerelle.directory.Closure;
import org.passerelle.directory.ClosureCalendars;
import org.passerelle.directory.NoShowRegister;
import org.passerelle.directory.RoomsInUse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.mongodb.core.MongoOperations;

/** Puts the directory together. Calendars and bookings are asked late, because they need the directory themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DirectoryProperties.class)
class DirectoryConfiguration {

    private static final ClassPathResource DEMO_NETWORK = new ClassPathResource("directory/demo-network.yaml");

    @Bean
    MongoClaimNumbers claimNumbers(MongoOperations mongo) {
        return new MongoClaimNumbers(mongo);
    }

    @Bean
    FormerVersions formerVersions(MongoOperations mongo) {
        return new FormerVersions(mongo);
    }

    @Bean
    DirectoryTexts directoryTexts(MongoOperations mongo, FormerVersions formerVersions, Clock clock) {
        return new DirectoryTexts(mongo, formerVersions, clock);
    }

    @Bean
    StoredVersions directoryVersions(DirectoryTexts directoryTexts, FormerVersions formerVersions) {
        return new StoredVersions(directoryTexts, formerVersions);
    }

    @Bean
    StoredDirectory storedDirectory(
            DirectoryTexts directoryTexts,
            ClaimNumbers claimNumbers,
            ObjectProvider<ClosureCalendars> calendars,
            ObjectProvider<RoomsInUse> roomsInUse,
            ApplicationEventPublisher events,
            Environment environment) {
        return new StoredDirectory(
                directoryTexts,
                claimNumbers,
                new LateCalendars(new LateBean<>(calendars, ClosureCalendars::none)),
                rooms -> roomsInUse.stream()
                        .flatMap(module -> module.inUse(rooms).stream())
                        .collect(Collectors.toSet()),
                events::publishEvent,
                firstText(environment));
    }

    /** Asked for only when they are needed. */
    private record LateCalendars(LateBean<ClosureCalendars> late) implements ClosureCalendars {

        @Override
        public List<Closure> closures(String name) {
            return late.get().closures(name);
        }

        @Override
        public String stamp() {
            return late.get().stamp();
        }
    }

    /** What everybody asks: who must ask first because they did not come is added to the rules. */
    @Bean
    @Primary
    DirectoriesWithNoShows directories(
            DirectoriesWithClosures directoriesWithClosures, ObjectProvider<NoShowRegister> register) {
        LateBean<NoShowRegister> late = new LateBean<>(register, NoShowRegister::none);
        return new DirectoriesWithNoShows(
                directoriesWithClosures, directory -> late.get().repeated(directory));
    }

    /** The closures that were made since are added to what is stored. */
    @Bean
    DirectoriesWithClosures directoriesWithClosures(StoredDirectory stored, ObjectProvider<AddedClosures> added) {
        LateBean<AddedClosures> late = new LateBean<>(added, AddedClosures::none);
        return new DirectoriesWithClosures(stored, () -> late.get().inForce());
    }

    @Bean
    DirectoryPoll directoryPoll(StoredDirectory directory, DirectoryProperties settings) {
        return new DirectoryPoll(directory, settings.poll());
    }

    /** The demo begins with a network; any other installation begins with none and is given its own. */
    private static Optional<String> firstText(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo")) ? Optional.of(text(DEMO_NETWORK)) : Optional.empty();
    }

    private static String text(ClassPathResource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
