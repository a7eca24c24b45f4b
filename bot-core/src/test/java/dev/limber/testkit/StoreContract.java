package dev.limber.testkit;

import dev.limber.core.runtime.Store;

/**
 * What every store must do. A store's test implements this, and {@link DurableStoreContract} where it outlives its
 * process.
 */
public interface StoreContract
        extends StoreTurnContract,
                StoreOutboxContract,
                StoreErasureContract,
                StoreMoveContract,
                StoreNudgeContract,
                StoreLeaseContract,
                StoreConcurrencyContract,
                StoreAdapterMemoryContract {
    /** Opens an empty store; the test closes it. */
    @Override
    Store open();
}
