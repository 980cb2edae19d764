package org.passerelle.directory.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A bean that needs the directory itself, so that it cannot be there when the directory is put together. It is looked up until it is
 * found and then known: the directory is asked several times for each booking, and a look among the beans takes longer than the answer.
 */
final class LateBean<T> implements Supplier<T> {

    private final ObjectProvider<T> provider;
    private final Supplier<T> missing;
    private volatile @Nullable T found;

    /** @param missing what serves where there is no such bean */
    LateBean(ObjectProvider<T> provider, Supplier<T> missing) {
        this.provider = provider;
        this.missing = missing;
    }

    /** Two that ask at once for the first time may both look; they find the same. */
    @Override
    public T get() {
        T known = found;
        if (known == null) {
            known = provider.getIfAvailable();
            found = known;
        }
        return known == null ? missing.get() : known;
    }
}
