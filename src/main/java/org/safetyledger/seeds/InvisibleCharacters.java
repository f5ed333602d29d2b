package org.safetyledger.seeds;

import java.util.OptionalInt;

/** Characters that change a text without being seen: controls, and formats such as the zero-width space or a change of direction. */
final class InvisibleCharacters {

    private InvisibleCharacters() {}

    static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    static OptionalInt firstIn(String text) {
        return text.codePoints().filter(InvisibleCharacters::isInvisible).findFirst();
    }
}
