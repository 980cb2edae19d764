package org.passerelle.mail.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A name is kept once, since its first time. */
@FactsOf(MongoOptOuts.class)
public abstract class OptOutsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");

    private OptOutStore names;

    @BeforeEach
    void begin() {
        names = new MongoOptOuts(mongo());
    }

    @Test
    void findsThoseThatAreKeptAmongMany() {
        names.add("a", NINE);
        names.add("b", NINE);

        assertThat(names.among(List.of("a", "c"))).containsExactly("a");
        assertThat(names.among(List.of())).isEmpty();
    }

    @Test
    void keepsANameOnceSinceItsFirstTime() {
        names.add("a", NINE);

        Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    names.add("a", NINE.plusSeconds(i));
                    names.add("b", NINE);
                    return true;
                })
                .toList());

        assertThat(documents("opt_outs").countDocuments()).isEqualTo(2);
        assertThat(documents("opt_outs").find().map(each -> each.getDate("since")))
                .containsOnly(Date.from(NINE));
    }

    @Test
    void removesANameAsOftenAsItIsSaid() {
        names.add("a", NINE);

        names.remove("a");
        names.remove("a");

        assertThat(names.among(List.of("a"))).isEmpty();
    }
}
