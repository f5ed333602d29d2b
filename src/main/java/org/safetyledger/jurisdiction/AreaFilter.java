package org.safetyledger.jurisdiction;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.Conditions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** The conditions of area and industry that many lists share, each an equality that an index begins with. */
public final class AreaFilter {
    private static final Pattern DIVISION = Pattern.compile("[0-9]{12}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-T]([0-9]{2})?");

    private AreaFilter() {}

    /** Rows in the subtree of a division code. */
    public static Conditions subtree(Conditions conditions, @Nullable String code, String field) {
        if (code == null) {
            return conditions;
        }
        return switch (DivisionLevel.of(divisionCode(code, field))) {
            case PROVINCE -> conditions.add("starts_with(t.division_code, :area)", "area", DivisionLevel.prefix(code));
            case CITY -> conditions.add("t.city_code = :area", "area", DivisionLevel.prefix(code));
            case COUNTY -> conditions.add("t.county_code = :area", "area", DivisionLevel.prefix(code));
            case TOWN -> conditions.add("t.town_code = :area", "area", DivisionLevel.prefix(code));
        };
    }

    /** The code of a division, as it is. Whether there is such a division is for others to tell. */
    public static String divisionCode(String code, String field) {
        if (!DIVISION.matcher(code).matches()) {
            throw Refusal.at(field, ErrorCode.BAD_INPUT, code);
        }
        return code;
    }

    /** Rows of a section (a letter) or division (a letter and two digits) of GB/T 4754. */
    public static Conditions industry(Conditions conditions, @Nullable String code, String field) {
        if (code == null) {
            return conditions;
        }
        if (!INDUSTRY.matcher(code).matches()) {
            throw Refusal.at(field, ErrorCode.BAD_INPUT, code);
        }
        return code.length() == 1
                ? conditions.add("t.industry_section = :industry", "industry", code)
                : conditions.add("t.industry_division = :industry", "industry", code);
    }
}
