/** What stand-ins of platforms read from and write to HTTP. Start at {@link dev.limber.testkit.http.Json}. */
@NullMarked
package dev.limber.testkit.http;

import org.jspecify.annotations.NullMarked;
