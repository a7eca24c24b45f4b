/**
 * A stand-in of the Bot API of Telegram inside the JVM: the other side of the wire, for tests, for trying by hand and for
 * benchmarks. Start at {@link dev.limber.telegram.standin.BotApi}.
 */
@org.jspecify.annotations.NullMarked
package dev.limber.telegram.standin;
