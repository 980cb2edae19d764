package org.passerelle.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableBackendTests {

    @TempDir
    private Path folder;

    @Test
    void closesWhenTheLastReaderLeftDuringTheLastCommit() {
        MVStore store = MVStore.open(folder.resolve("store").toString());
        DurableBackend backend = new DurableBackend(store, new GroupCommit(store));
        MVMap<String, String> map = store.openMap("map");
        MVStore.TxCounter read = store.registerVersionUsage();
        map.put("key", "value");
        store.commit();
        store.decrementVersionUsageCounter(read);

        backend.close();

        assertThat(store.isClosed()).isTrue();
        try (MVStore reopened = MVStore.open(folder.resolve("store").toString())) {
            assertThat(reopened.openMap("map")).containsEntry("key", "value");
        }
    }
}
