package dev.limber.app.page;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * One browser for all classes of tests, because starting one takes seconds. It starts when it is first asked for, and
 * ends after the last test.
 */
final class Browser implements BeforeAllCallback {
    private Optional<Store> ofAllTests = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) {
        ofAllTests = Optional.of(context.getRoot().getStore(Namespace.create(Browser.class)));
    }

    /** As if nobody had done anything with it yet. */
    Tab tab() {
        return ofAllTests
                .orElseThrow()
                .getOrComputeIfAbsent(Tab.class, _ -> Tab.open(), Tab.class)
                .fresh();
    }
}
