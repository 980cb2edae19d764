package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.platform.snapshot.Restoring;

/** A migration is applied once, and marked once by however many nodes. */
@FactsOf(Migrations.class)
public abstract class MigrationsContract extends StoreContract {

    private static final Instant TODAY = Instant.parse("2026-03-25T09:00:00Z");

    private final List<Integer> applied = new ArrayList<>();

    @Test
    void appliesThemInTheOrderOfTheirNumbersAndOnlyOnce() {
        migrate(new Step(2), new Step(1));
        migrate(new Step(1), new Step(3), new Step(2));

        assertThat(applied).containsExactly(1, 2, 3);
        assertThat(documents("migrations").find(new Document("_id", 2)))
                .containsExactly(
                        new Document("_id", 2).append("description", "step 2").append("appliedAt", Date.from(TODAY)));
    }

    @Test
    void goesOnWhenAnotherNodeHasMarkedOneMeanwhile() {
        Migration overtaken = new Step(1) {
            @Override
            public void apply(MongoDatabase database) {
                database.getCollection("migrations").insertOne(new Document("_id", number()));
            }
        };

        migrate(overtaken, new Step(2));

        assertThat(applied).containsExactly(2);
    }

    @Test
    void refusesTwoOfTheSameNumber() {
        assertThatIllegalStateException()
                .isThrownBy(() -> migrate(new Step(4), new Step(4)))
                .withMessageContaining("4");
    }

    @Test
    void leavesAloneWhatANewerVersionHasBroughtToItsForm() {
        migrate(new Step(1), new Step(7));
        applied.clear();

        assertThatIllegalStateException()
                .isThrownBy(() -> migrate(new Step(1), new Step(2)))
                .withMessageContaining("newer version")
                .withMessageContaining("migration 7");
        assertThat(applied).isEmpty();
    }

    @Test
    void leavesAloneWhatARestoreHasNotFilledYet() {
        MongoDatabase database = mongo().getDb();
        assertThat(Restoring.begin(database)).isTrue();
        assertThat(Restoring.begin(database)).isFalse();

        assertThatIllegalStateException()
                .isThrownBy(() -> migrate(new Step(1)))
                .withMessageContaining("did not come to its end");
        Restoring.end(database);
        migrate(new Step(1));
        assertThat(applied).containsExactly(1);
    }

    private void migrate(Migration... migrations) {
        new Migrations(mongo().getMongoDatabaseFactory(), List.of(migrations), Clock.fixed(TODAY, ZoneOffset.UTC))
                .afterPropertiesSet();
    }

    private class Step implements Migration {

        private final int number;

        Step(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public String description() {
            return "step " + number;
        }

        @Override
        public void apply(MongoDatabase database) {
            applied.add(number);
        }
    }
}
