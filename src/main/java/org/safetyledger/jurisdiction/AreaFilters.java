package org.safetyledger.jurisdiction;

import java.util.Locale;
import java.util.regex.Pattern;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.read.Filter;

/** The conditions of area and industry that many lists share, each an equality that an index begins with. */
public final class AreaFilters {
    private static final Pattern DIVISION = Pattern.compile("[0-9]{12}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-T]([0-9]{2})?");

    private AreaFilters() {}

    /** Rows in the subtree of a division code. */
    public static Filter subtree(String said) {
        return Filter.of("jurisdiction", "String", said, (conditions, value, path) -> {
            String code = divisionCode((String) value, path);
            DivisionLevel level = DivisionLevel.of(code);
            String digits = DivisionLevel.prefix(code);
            if (level == DivisionLevel.PROVINCE) {
                conditions.add(inSubtree(level), "area", digits);
            } else {
                conditions.ofColumn(level.name().toLowerCase(Locale.ROOT) + "_code", "= :area", "area", digits);
            }
        });
    }

    /** The condition of the rows {@code t} in the subtree of a division, whose digits are the parameter {@code area}. */
    public static String inSubtree(DivisionLevel level) {
        return switch (level) {
            case PROVINCE -> "starts_with(t.division_code, :area)";
            case CITY -> "t.city_code = :area";
            case COUNTY -> "t.county_code = :area";
            case TOWN -> "t.town_code = :area";
        };
    }

    /** The code of a division, as it is. Whether there is such a division is for others to tell. */
    public static String divisionCode(String code, String field) {
        if (!DIVISION.matcher(code).matches()) {
            throw Refusal.at(field, ErrorCode.BAD_INPUT, code);
        }
        return code;
    }

    /** The code of a section (a letter) or division (a letter and two digits) of GB/T 4754, as it is. */
    public static String industryCode(String code, String field) {
        if (!INDUSTRY.matcher(code).matches()) {
            throw Refusal.at(field, ErrorCode.BAD_INPUT, code);
        }
        return code;
    }

    /** Rows of a section (a letter) or division (a letter and two digits) of GB/T 4754. */
    public static Filter industry(String said) {
        return Filter.of("industry", "String", said, (conditions, value, path) -> {
            String code = industryCode((String) value, path);
            String column = code.length() == 1 ? "industry_section" : "industry_division";
            conditions.ofColumn(column, "= :industry", "industry", code);
        });
    }
}
