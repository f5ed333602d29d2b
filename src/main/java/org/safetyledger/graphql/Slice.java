package org.safetyledger.graphql;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * One page of rows as read from the database.
 *
 * @param cursors one per row
 * @param total counts the whole list, only when asked for
 */
public record Slice<E>(List<E> rows, List<String> cursors, boolean hasNext, boolean hasPrevious, LongSupplier total) {
    PageInfo pageInfo() {
        return new PageInfo(
                hasNext,
                hasPrevious,
                cursors.isEmpty() ? null : cursors.getFirst(),
                cursors.isEmpty() ? null : cursors.getLast());
    }
}
