package org.safetyledger.read;

/** Something that is left to the engine and its resolvers: they answer it, or say what is wrong with it. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String what) {
        super(what, null, false, false);
    }
}
