package org.safetyledger.inspection;

import java.security.SecureRandom;

/** The code of a visit that is scanned at the gate: eight characters that are not mistaken for one another, 40 bits of chance. */
final class EntryCode {
    private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private EntryCode() {}

    static String make() {
        // Made here and not kept: an executable must not be built with a seed.
        SecureRandom random = new SecureRandom();
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return code.toString();
    }
}
