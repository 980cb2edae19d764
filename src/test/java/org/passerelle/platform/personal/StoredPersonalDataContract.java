package org.passerelle.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** What belongs to somebody goes, what names them is cut, and what is about others stays as it is. */
@FactsOf(StoredPersonalData.class)
public abstract class StoredPersonalDataContract extends StoreContract {

    private static final String ADDRESS = "odile.lenfant@firm.example";
    private static final PersonalCollection THINGS =
            PersonalCollection.ownedBy("things", "owner", "whose.by").withoutTelling("secret");

    private final DataSubject odile = Subjects.odile();
    private StoredPersonalData data;

    @BeforeEach
    void begin() {
        data = new StoredPersonalData(mongo());
        documents("things")
                .insertMany(List.of(
                        new Document("_id", "1")
                                .append("owner", "odile-id")
                                .append("secret", "s3cret")
                                .append("n", 5),
                        new Document("_id", "2").append("whose", new Document("by", List.of("x", ADDRESS))),
                        new Document("_id", "3").append("owner", "lea-id").append("text", "with Odile Lenfant"),
                        new Document("_id", "4").append("owner", "lea-id").append("text", "with Louis")));
    }

    @Test
    void tellsWhatIsTheirsWithoutSecretsAndWhereElseTheyAreNamed() {
        HeldData held = data.held(THINGS, odile);

        assertThat(held.theirs()).hasSize(2).contains(Map.of("_id", "1", "owner", "odile-id", "n", 5L));
        assertThat(held.mentions()).isEqualTo(1);
    }

    @Test
    void removesWhatIsTheirsAndCutsTheRest() {
        ErasureResult result = data.erase(THINGS, odile);

        assertThat(result).isEqualTo(ErasureResult.complete(3));
        assertThat(documents("things").find())
                .containsExactlyInAnyOrder(
                        new Document("_id", "3").append("owner", "lea-id").append("text", "with …"),
                        new Document("_id", "4").append("owner", "lea-id").append("text", "with Louis"));
        assertThat(data.erase(THINGS, odile)).isEqualTo(ErasureResult.NOTHING);
        assertThat(data.held(THINGS, odile).isEmpty()).isTrue();
    }

    @Test
    void leavesWhatIsNotTheProgramsToChangeAndTellsOfIt() {
        PersonalCollection left = PersonalCollection.left("things");

        assertThat(data.erase(left, odile)).isEqualTo(ErasureResult.NOTHING);
        assertThat(data.held(left, odile).isLeft()).isTrue();
        assertThat(data.held(left, odile).mentions()).isEqualTo(2);
        assertThat(data.names()).contains("things");
    }

    @Test
    void tellsFiguresAndKeepsThemOfWhoIsErased() {
        PersonalCollection figures = PersonalCollection.figuresOf("things", "owner");

        assertThat(data.held(figures, odile).theirs()).hasSize(1);
        data.erase(figures, odile);

        assertThat(documents("things").find(new Document("owner", "odile-id"))).hasSize(1);
        assertThat(documents("things").find(new Document("text", "with …"))).hasSize(1);
    }
}
