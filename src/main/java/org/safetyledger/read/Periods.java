package org.safetyledger.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** The two conditions of a list that make a period: {@code …From}, and {@code …Before} or {@code …To}. */
final class Periods {
    private static final String FROM = "From";

    private Periods() {}

    /** Refuses a period that ends before it begins: an empty list would look as if there were nothing. */
    static void requireInOrder(List<Filter> declared, Map<?, ?> given, String path) {
        for (Filter filter : declared) {
            String name = filter.name();
            if (name.endsWith(FROM)) {
                String stem = name.substring(0, name.length() - FROM.length());
                requireNotBefore(filter, given, stem + "Before", path);
                requireNotBefore(filter, given, stem + "To", path);
            }
        }
    }

    private static void requireNotBefore(Filter from, Map<?, ?> given, String end, String path) {
        if (isBefore(from.type(), given.get(end), given.get(from.name()))) {
            throw Refusal.at(path + end, ErrorCode.END_BEFORE_START);
        }
    }

    private static boolean isBefore(String type, @Nullable Object end, @Nullable Object start) {
        if (!(end instanceof String endText) || !(start instanceof String startText)) {
            return false;
        }
        return switch (type) {
            case "DateTime" -> Instant.parse(endText).isBefore(Instant.parse(startText));
            case "Date" -> LocalDate.parse(endText).isBefore(LocalDate.parse(startText));
            default -> false;
        };
    }
}
