package org.safetyledger.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;

/**
 * A field of an input: what the schema says of it, and how its value is checked.
 *
 * @param type as the schema writes it, such as {@code String!}
 * @param choice the enum of its values; null for others
 * @param part the fields of its value, where it has some; null for others
 */
record InputField(
        String name,
        String type,
        String description,
        @Nullable Class<? extends Enum<?>> choice,
        @Nullable InputType part,
        Check check) {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** The value that a given one stands for, null for none; refused at its path where it is no good. */
    @FunctionalInterface
    interface Check {
        @Nullable
        Object of(Object given, String path);
    }

    /** Whether what was given for an optional field leaves it empty: a form sends null for it, or a text without letters. */
    static boolean saysNothing(@Nullable Object given) {
        return given == null || (given instanceof String text && text.isBlank());
    }

    static Check text(int limit, boolean required) {
        return (given, path) ->
                required ? Texts.required((String) given, limit, path) : Texts.optional((String) given, limit, path);
    }

    static Object code(Object given, String path) {
        return Texts.code((String) given, path);
    }

    static Object codes(Object given, String path) {
        return elements(given).stream().map(code -> code(code, path)).distinct().toList();
    }

    static Check within(int least, int most) {
        return (given, path) -> {
            if ((Integer) given < least || (Integer) given > most) {
                throw Refusal.at(path, ErrorCode.VALUE_OUT_OF_RANGE, least, most);
            }
            return given;
        };
    }

    /** A number that may have decimals, as it was given. */
    static Check between(int least, int most) {
        return (given, path) -> {
            double number = Double.parseDouble(given.toString());
            if (!(number >= least && number <= most)) {
                throw Refusal.at(path, ErrorCode.VALUE_OUT_OF_RANGE, least, most);
            }
            return number;
        };
    }

    /** Two decimals, however it was written. */
    static Check amount(int most) {
        return (given, path) -> {
            BigDecimal amount = new BigDecimal(given.toString());
            if (amount.signum() <= 0 || amount.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw Refusal.at(path, ErrorCode.VALUE_OUT_OF_RANGE, CENT, most);
            }
            if (amount.stripTrailingZeros().scale() > CENT.scale()) {
                throw Refusal.at(path, ErrorCode.AMOUNT_BELOW_CENT);
            }
            return amount.setScale(CENT.scale());
        };
    }

    static Check parts(int most) {
        return (given, path) -> {
            if (elements(given).isEmpty()) {
                throw Refusal.at(path, ErrorCode.VALUE_OUT_OF_RANGE, 1, most);
            }
            Texts.requireAtMost(most, elements(given), path);
            return given;
        };
    }

    static Check node(NodeType type) {
        return (given, path) -> NodeId.require(type, (String) given, path);
    }

    static Check anyNode(List<NodeType> types) {
        return (given, path) -> NodeId.parse((String) given)
                .filter(id -> types.contains(id.type()))
                .orElseThrow(() -> Refusal.at(
                        path,
                        ErrorCode.MALFORMED_ID,
                        types.stream().map(NodeType::prefix).collect(Collectors.joining("|"))));
    }

    static Check nodes(NodeType type) {
        return (given, path) -> elements(given).stream()
                .map(id -> NodeId.require(type, (String) id, path))
                .distinct()
                .toList();
    }

    /** Scalars have taken it in their one form already. */
    static Object time(Object given, String path) {
        return Times.instant(Instant.parse((String) given), path);
    }

    static Object day(Object given, String path) {
        return Times.day(LocalDate.parse((String) given), path);
    }

    private static List<Object> elements(Object given) {
        return new ArrayList<>((List<?>) given);
    }
}
