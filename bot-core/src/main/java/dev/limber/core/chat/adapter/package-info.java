/**
 * What adapters of different platforms have in common. Start reading at {@link dev.limber.core.chat.adapter.Line}.
 */
@NullMarked
package dev.limber.core.chat.adapter;

import org.jspecify.annotations.NullMarked;
