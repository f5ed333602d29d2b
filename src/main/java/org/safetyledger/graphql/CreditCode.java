package org.safetyledger.graphql;

import java.util.regex.Pattern;

/** The unified social credit code of GB 32100: 17 characters and a check character, weighted by powers of 3 modulo 31. */
public final class CreditCode {
    /** What one looks like. */
    public static final String FORM =
            "a unified social credit code of 18 characters with a correct check character (GB 32100)";

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private CreditCode() {}

    public static boolean isValid(String code) {
        return code.length() == LENGTH
                && SHAPE.matcher(code).matches()
                && code.charAt(LENGTH - 1) == checkCharacter(code);
    }

    /** The code as it is, or a refusal of what none is. */
    public static String require(String code, String field) {
        if (!isValid(code)) {
            throw Refusal.at(field, ErrorCode.BAD_INPUT, code, FORM);
        }
        return code;
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
