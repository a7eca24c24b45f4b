package dev.limber.testkit;

import dev.limber.core.runtime.Store;

class InMemoryStoreTest implements StoreContract {
    @Override
    public Store open() {
        return new InMemoryStore();
    }
}
