package org.safetyledger.testing;

/** Somebody who has a token for the API. */
@FunctionalInterface
public interface Bearer {
    String token();
}
