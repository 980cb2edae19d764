package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A secret is drawn once for all nodes. */
@FactsOf(StoredKey.class)
public abstract class StoredKeyContract extends StoreContract {

    private StoredKey key(String name) {
        return new StoredKey(mongo(), name);
    }

    @Test
    void isTheSameForAllOfEightNodesThatDrawAtOnce() {
        List<byte[]> drawn = Together.all(IntStream.range(0, 8)
                .<Callable<byte[]>>mapToObj(i -> () -> key("mail").get())
                .toList());

        assertThat(drawn)
                .allSatisfy(each -> assertThat(each).isEqualTo(key("mail").get()));
        assertThat(documents("keys").countDocuments()).isEqualTo(1);
        assertThat(key("mail").get()).hasSize(32);
    }

    @Test
    void isAnotherForAnotherPurpose() {
        assertThat(key("mail").get()).isNotEqualTo(key("devices").get());
    }
}
