package org.safetyledger.access;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** With which key a token says that it is signed. */
final class TokenKey {
    private static final String SCHEME = "Bearer ";

    private TokenKey() {}

    /** What the header of a JWT names as its key; null when there is no token, or no name. */
    static @Nullable String of(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return null;
        }
        int end = authorization.indexOf('.', SCHEME.length());
        if (end < 0) {
            return null;
        }
        try {
            byte[] header = Base64.getUrlDecoder().decode(authorization.substring(SCHEME.length(), end));
            return new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid");
        } catch (IllegalArgumentException | DecodeException | ClassCastException malformed) {
            return null;
        }
    }
}
