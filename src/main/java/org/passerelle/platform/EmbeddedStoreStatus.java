package org.passerelle.platform;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.passerelle.platform.mongo.log.LogState;

/** Says of the embedded store what its log says of itself. */
record EmbeddedStoreStatus(Supplier<LogState> log, LongSupplier size, Runnable forgetting, BooleanSupplier hasForgotten)
        implements StoreStatus {

    @Override
    public OptionalLong bytes() {
        return OptionalLong.of(size.getAsLong());
    }

    @Override
    public void forgetFormerVersions() {
        forgetting.run();
    }

    @Override
    public boolean hasForgottenFormerVersions() {
        return hasForgotten.getAsBoolean();
    }

    @Override
    public StoreState now() {
        LogState state = log.get();
        if (state instanceof LogState.SpaceWarning little) {
            return new StoreState(
                    Level.LITTLE_SPACE,
                    "Only %d MB are left on the disk of the store".formatted(little.usableBytes() >> 20));
        }
        if (state instanceof LogState.Failing failing) {
            return new StoreState(Level.FAILING, "The disk of the store fails: " + failing.reason());
        }
        if (state instanceof LogState.Damaged damaged) {
            return new StoreState(Level.DAMAGED, "The store is damaged: " + damaged.where());
        }
        return StoreState.WORKING;
    }
}
