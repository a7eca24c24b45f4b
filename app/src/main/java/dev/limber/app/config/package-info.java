/**
 * Reads the configuration once, from environment variables over {@code limber.yaml} over defaults, and reports all
 * that is wrong with it at once. Start reading at {@link dev.limber.app.config.ConfigReader}.
 */
@NullMarked
package dev.limber.app.config;

import org.jspecify.annotations.NullMarked;
