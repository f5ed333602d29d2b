package org.safetyledger.graphql;

import java.util.function.Function;

/**
 * One column of a list's order. The column is never null, so that a row comparison finds the next page.
 *
 * @param column column of the list's table
 * @param sqlType type to which a cursor's text is cast
 * @param value the column's value in a loaded row; its {@code toString} is what the cursor keeps
 */
public record SortKey<E>(String column, String sqlType, Function<E, Object> value) {}
