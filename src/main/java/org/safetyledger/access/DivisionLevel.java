package org.safetyledger.access;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;

/** Level of an administrative division, told by the zeros at the end of its 12-digit code (GB/T 2260, GB/T 10114). */
@Enum("DivisionLevel")
@Description("Level of an administrative division.")
public enum DivisionLevel {
    @Description("Province (省).")
    PROVINCE(2),
    @Description("Prefecture-level city (市).")
    CITY(4),
    @Description("County, district or functional zone (县、区).")
    COUNTY(6),
    @Description("Town, township or street (乡镇、街道).")
    TOWN(9);

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    /** How many leading digits of a code name a division of this level and all below it. */
    public int digits() {
        return digits;
    }

    /** Whether it has a government with departments: a county's or a city's, not the province's, which is none of the ledger's. */
    public boolean governs() {
        return this == CITY || this == COUNTY;
    }

    public static DivisionLevel of(String code) {
        if (code.endsWith("0000000000")) {
            return PROVINCE;
        }
        if (code.endsWith("00000000")) {
            return CITY;
        }
        return code.endsWith("000000") ? COUNTY : TOWN;
    }

    /** The code of the division of this level in which the division of the code lies, or of itself. */
    public String above(String code) {
        return code.substring(0, digits) + "0".repeat(12 - digits);
    }

    /** The code of the smaller one of two divisions, where it lies in the other or is the same; null where they are apart. */
    public static @Nullable String common(String one, String other) {
        if (prefix(one).startsWith(prefix(other))) {
            return one;
        }
        return prefix(other).startsWith(prefix(one)) ? other : null;
    }

    /** The leading digits that every division in the subtree of this code shares. */
    public static String prefix(String code) {
        return code.substring(0, of(code).digits);
    }
}
