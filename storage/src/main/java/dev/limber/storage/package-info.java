/** Where everything is kept: the store of the core, on SQLite or PostgreSQL. Start reading at {@link dev.limber.storage.Stores}. */
@NullMarked
package dev.limber.storage;

import org.jspecify.annotations.NullMarked;
