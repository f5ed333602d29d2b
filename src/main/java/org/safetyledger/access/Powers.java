package org.safetyledger.access;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a department supervises: trades, by section or division of GB/T 4754, and matters, such as fire, in all trades.
 *
 * @param industries sections or divisions
 * @param matters codes of matters
 */
public record Powers(List<String> industries, List<String> matters) {
    public static final Powers NONE = new Powers(List.of(), List.of());

    /** Whoever supervises in general (综合监管, Work Safety Law, article 10) does so in every trade. */
    private static final String GENERAL_SUPERVISION = "GENERAL_SUPERVISION";

    private static final List<String> ALL_SECTIONS =
            IntStream.rangeClosed('A', 'T').mapToObj(Character::toString).toList();

    /** Whether what is of this industry and of this matter, either of which may be none, is within them. */
    boolean cover(@Nullable String industry, @Nullable String matter) {
        return (industry != null && reach().stream().anyMatch(industry::startsWith))
                || (matter != null && matters.contains(matter));
    }

    /** The sections and divisions of which everything is within them, whatever its matter. */
    List<String> reach() {
        return matters.contains(GENERAL_SUPERVISION) ? ALL_SECTIONS : industries;
    }
}
