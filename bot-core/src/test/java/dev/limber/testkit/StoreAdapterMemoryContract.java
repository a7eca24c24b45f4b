package dev.limber.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Store;
import org.junit.jupiter.api.Test;

/** What a store keeps for adapters. */
interface StoreAdapterMemoryContract {
    Platform CHAT = new Platform("chat");

    Store open();

    @Test
    default void whatAnAdapterRemembersIsFoundUnderItsPlatformItsBotAndItsKey() {
        try (Store store = open()) {
            AdapterMemory memory = store.adapterMemory();
            memory.put(CHAT, "bot", "key", "value");

            assertThat(memory.find(CHAT, "bot", "key")).contains("value");
            assertThat(memory.find(CHAT, "bot", "other")).isEmpty();
            assertThat(memory.find(CHAT, "other", "key")).isEmpty();
            assertThat(memory.find(new Platform("other"), "bot", "key")).isEmpty();
        }
    }

    @Test
    default void whatAnAdapterRemembersIsReplacedAndRemoved() {
        try (Store store = open()) {
            AdapterMemory memory = store.adapterMemory();
            memory.put(CHAT, "bot", "key", "one");
            memory.put(CHAT, "bot", "key", "two");
            memory.put(CHAT, "bot", "more", "'); DROP TABLE adapter_memory; --");
            assertThat(memory.find(CHAT, "bot", "key")).contains("two");

            memory.remove(CHAT, "bot", "key");
            memory.remove(CHAT, "bot", "key");

            assertThat(memory.find(CHAT, "bot", "key")).isEmpty();
            assertThat(memory.find(CHAT, "bot", "more")).contains("'); DROP TABLE adapter_memory; --");
        }
    }
}
