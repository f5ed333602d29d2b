package org.safetyledger.read;

/**
 * Looks at the words of a document before it is parsed: names, numbers and values of enums, of which none of the schema is
 * nearly as long as the longest allowed. The parser works letter by letter through a word, in a hundred times the time.
 * Texts and comments, which may be long, are passed over.
 */
final class WordLengths {
    static final int LONGEST = 256;
    private static final String BLOCK = "\"\"\"";

    private final String document;

    private WordLengths(String document) {
        this.document = document;
    }

    /** @throws RefusedDocument.BeyondLimits where a word is longer */
    static void requireModest(String document) {
        new WordLengths(document).requireModest();
    }

    private void requireModest() {
        int begin = 0;
        int at = 0;
        while (at < document.length()) {
            if (isOfWord(document.charAt(at))) {
                at++;
                requireModest(begin, at);
            } else {
                at = past(at);
                begin = at;
            }
        }
    }

    private static void requireModest(int begin, int end) {
        if (end - begin > LONGEST) {
            throw new RefusedDocument.BeyondLimits(
                    "The name or number that begins at character %d is longer than %d characters; take a shorter one"
                            .formatted(begin + 1, LONGEST));
        }
    }

    /** Past what begins here and is of no word: a comment, a text, or a single character; the end where it has none of its own. */
    private int past(int at) {
        return switch (document.charAt(at)) {
            case '#' -> pastLine(at);
            case '"' -> document.startsWith(BLOCK, at) ? pastBlock(at + BLOCK.length()) : pastText(at + 1);
            default -> at + 1;
        };
    }

    private static boolean isOfWord(char letter) {
        return letter == '_' || (letter < 128 && Character.isLetterOrDigit(letter));
    }

    private int pastLine(int from) {
        int at = from;
        while (at < document.length() && document.charAt(at) != '\n' && document.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int pastBlock(int from) {
        int end = document.indexOf(BLOCK, from);
        while (end > 0 && document.charAt(end - 1) == '\\') {
            end = document.indexOf(BLOCK, end + BLOCK.length());
        }
        return end < 0 ? document.length() : end + BLOCK.length();
    }

    /** A text ends with its line at the latest. */
    private int pastText(int from) {
        int at = from;
        while (at < document.length() && "\"\n\r".indexOf(document.charAt(at)) < 0) {
            at += document.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, document.length());
    }
}
