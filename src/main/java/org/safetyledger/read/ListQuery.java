package org.safetyledger.read;

/** Which rows a list has for its arguments, and in which order. */
record ListQuery(Conditions conditions, ListOrder order) {}
