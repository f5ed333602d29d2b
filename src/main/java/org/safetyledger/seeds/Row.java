package org.safetyledger.seeds;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param line the physical line on which it begins
 * @param cells the values by column; empty and bad cells are absent
 * @param bad the columns whose cell is bad
 */
record Row(long line, Map<String, Object> cells, Set<String> bad) {

    @Nullable
    Object value(String column) {
        return cells.get(column);
    }

    @Nullable
    String text(String column) {
        Object value = cells.get(column);
        return value == null ? null : value.toString();
    }

    String requiredText(String column) {
        return Objects.requireNonNull(text(column), column);
    }

    int requiredNumber(String column) {
        return (Integer) Objects.requireNonNull(cells.get(column), column);
    }

    LocalDate requiredDate(String column) {
        return (LocalDate) Objects.requireNonNull(cells.get(column), column);
    }

    boolean hasNoneOf(List<String> columns) {
        return columns.stream().noneMatch(cells::containsKey);
    }

    boolean hasBadOf(List<String> columns) {
        return columns.stream().anyMatch(bad::contains);
    }

    /** The values joined by colons; an empty cell is an empty part. */
    String key(List<String> columns) {
        return columns.stream()
                .map(column -> Objects.requireNonNullElse(text(column), ""))
                .collect(Collectors.joining(":"));
    }
}
