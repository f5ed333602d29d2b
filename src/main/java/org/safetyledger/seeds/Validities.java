package org.safetyledger.seeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The days on which rows with the same key are valid: no two of them share one. */
final class Validities {

    private record Period(
            long line, LocalDate from, @Nullable LocalDate to) {
        boolean shares(Period other) {
            return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
        }
    }

    private final Map<String, List<Period>> periods = new HashMap<>();

    /** The line of an earlier row with this key that is valid on one of the row's days; none where the row's days are bad. */
    OptionalLong shared(Row row, List<String> key) {
        if (row.hasBadOf(key) || row.hasBadOf(List.of("valid_from", "valid_to")) || row.value("valid_from") == null) {
            return OptionalLong.empty();
        }
        Period period = new Period(row.line(), row.requiredDate("valid_from"), (LocalDate) row.value("valid_to"));
        List<Period> earlier = periods.computeIfAbsent(row.key(key), any -> new ArrayList<>());
        OptionalLong line =
                earlier.stream().filter(period::shares).mapToLong(Period::line).findFirst();
        earlier.add(period);
        return line;
    }
}
