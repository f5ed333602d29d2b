package org.safetyledger.read;

/** The lists of a request could hold more objects than one answer may have. */
public final class TooManyObjects extends RuntimeException {
    private final String detail;

    TooManyObjects(double objects, int most) {
        detail =
                "Its lists could hold %.0f objects, at most %d are allowed: ask for less by `first`, or for fewer lists in lists"
                        .formatted(objects, most);
    }

    /** How many they could hold, how many may be asked for, and how to ask for less. */
    public String detail() {
        return detail;
    }
}
