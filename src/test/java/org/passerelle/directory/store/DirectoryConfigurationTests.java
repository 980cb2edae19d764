package org.passerelle.directory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.directory.ClosureCalendars;
import org.passerelle.directory.Directories;
import org.passerelle.directory.DirectoryUpdates;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomsInUse;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.core.MongoOperations;

class DirectoryConfigurationTests {

    private final MemoryMongo mongo = new MemoryMongo();
    private final ApplicationContextRunner node = new ApplicationContextRunner()
            .withUserConfiguration(DirectoryConfiguration.class)
            .withBean(MongoOperations.class, mongo::template)
            .withBean(Clock.class, MutableClock::new)
            .withBean(ClosureCalendars.class, () -> name -> List.of())
            .withPropertyValues("passerelle.directory.poll=20ms");
    private final ApplicationContextRunner demo = node.withPropertyValues("spring.profiles.active=demo");

    @AfterEach
    void stop() {
        mongo.close();
    }

    private static String withoutMorin(String text) {
        return text.lines()
                .filter(line -> !line.contains("rebais-morin"))
                .reduce("", (before, line) -> before + line + "\n");
    }

    @Test
    void beginsWithTheDemoNetworkInTheDemo() {
        demo.run(context -> assertThat(
                        context.getBean(Directories.class).current().room(new RoomId("melun-seine")))
                .isPresent());
    }

    @Test
    void beginsWithNothingInProduction() {
        node.withPropertyValues("spring.profiles.active=prod")
                .run(context -> assertThat(
                                context.getBean(Directories.class).current().rooms())
                        .isEmpty());
    }

    @Test
    void asksEveryModuleThatKeepsRoomsInUse() {
        demo.withBean("bookings", RoomsInUse.class, () -> rooms -> Set.of())
                .withBean("imports", RoomsInUse.class, () -> rooms -> rooms)
                .run(context -> {
                    var updates = context.getBean(DirectoryUpdates.class);

                    assertThat(updates.replace(withoutMorin(updates.text())))
                            .isInstanceOf(DirectoryUpdates.Refused.class);
                });
    }

    @Test
    void seesWithinSecondsWhatAnotherNodePutsInForce() {
        demo.run(first -> demo.run(second -> {
            var updates = first.getBean(DirectoryUpdates.class);

            updates.replace(withoutMorin(updates.text()));

            await().until(() -> second.getBean(Directories.class).current().version() == 2);
        }));
    }
}
