package dev.signalbox.importer.reading;

import dev.signalbox.importer.Place;

/** A value with the place it was read from. */
public record Read<T>(T value, Place place) {}
