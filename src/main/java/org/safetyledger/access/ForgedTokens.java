package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells at once what need not be verified: a flood of tokens signed with keys that the issuer was just seen not to have costs
 * little more than its arrival.
 */
@ApplicationScoped
public class ForgedTokens {
    private final IssuerKeys keys;

    ForgedTokens(IssuerKeys keys) {
        this.keys = keys;
    }

    /** Whether the token names no key, or one that is known not to be the issuer's. */
    public boolean include(String authorization) {
        String key = TokenKey.of(authorization);
        return key == null || keys.isKnownToLack(key);
    }
}
