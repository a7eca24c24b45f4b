package dev.limber.core.text;

import dev.limber.core.exercise.Place;

/** A message pattern, and where it is written. */
record Text(String pattern, Place place) {}
