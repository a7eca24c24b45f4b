/**
 * What is kept about a person, or a chat, between two messages. Start reading at
 * {@link dev.limber.core.session.UserState}.
 */
@NullMarked
package dev.limber.core.session;

import org.jspecify.annotations.NullMarked;
