package org.safetyledger.seeds;

import java.util.regex.Pattern;

/** The unified social credit code of GB 32100: 17 characters and a check character, weighted by powers of 3 modulo 31. */
final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{18}");

    private CreditCode() {}

    static boolean isValid(String code) {
        return SHAPE.matcher(code).matches() && code.charAt(17) == checkCharacter(code);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
