package org.safetyledger.graphql;

/** Which rows a list has for its arguments, and in which order. */
public record ListQuery<E>(Conditions conditions, ListOrder<E> order) {}
