/** Where everything is kept: the store of the core, on SQLite. Start reading at {@link dev.limber.storage.SqliteStore}. */
@NullMarked
package dev.limber.storage;

import org.jspecify.annotations.NullMarked;
