package org.passerelle.directory.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.store.DirectoryTexts.DirectoryText;

/** The directory in force is replaced only by whoever knows its version. */
@FactsOf(DirectoryTexts.class)
public abstract class DirectoryTextsContract extends StoreContract {

    private DirectoryTexts texts;

    @BeforeEach
    void begin() {
        texts = new DirectoryTexts(mongo());
    }

    private List<Boolean> eightReplace(long version) {
        return Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> new DirectoryTexts(mongo()).replace(version, "text " + i))
                .toList());
    }

    @Test
    void isNoneInVersionZeroAtFirst() {
        assertThat(texts.load()).isEmpty();
        assertThat(texts.version()).isZero();
    }

    @Test
    void isFirstPutByOneOfEight() {
        List<Boolean> put = eightReplace(0);

        assertThat(put).containsOnlyOnce(true);
        assertThat(texts.load()).contains(new DirectoryText("current", 1, "text " + put.indexOf(true)));
    }

    @Test
    void isReplacedByOneOfEightWhoKnowItsVersion() {
        texts.replace(0, "name: Été 🌞");
        assertThat(texts.load()).map(DirectoryText::text).contains("name: Été 🌞");

        List<Boolean> replaced = eightReplace(1);

        assertThat(replaced).containsOnlyOnce(true);
        assertThat(texts.version()).isEqualTo(2);
        assertThat(texts.load()).map(DirectoryText::text).contains("text " + replaced.indexOf(true));
        assertThat(texts.replace(1, "late")).isFalse();
        assertThat(texts.replace(3, "early")).isFalse();
        assertThat(texts.replace(0, "first")).isFalse();
    }

    @Test
    void isWrittenInOtherWordsWithoutANewVersionUnlessItWasReplaced() {
        texts.replace(0, "one");
        texts.reword(1, "the same");
        assertThat(texts.load()).contains(new DirectoryText("current", 1, "the same"));
        texts.replace(1, "two");

        texts.reword(1, "of the first");

        assertThat(texts.load()).contains(new DirectoryText("current", 2, "two"));
    }
}
