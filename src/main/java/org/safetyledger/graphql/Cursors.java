package org.safetyledger.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens page cursors: the values of the last row's order columns with a keyed checksum over them and the
 * order's name, so that a cursor that is damaged, invented or taken from another list is told from a real one.
 */
@ApplicationScoped
public class Cursors {
    private static final int SEAL_LENGTH = 12;
    private static final String SEPARATOR = "\u001f";

    private final CursorSecret secret;

    Cursors(CursorSecret secret) {
        this.secret = secret;
    }

    public String seal(String order, List<String> values) {
        byte[] content = String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(mac(order, content), SEAL_LENGTH + content.length);
        System.arraycopy(content, 0, sealed, SEAL_LENGTH, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    public List<String> open(String order, String cursor) {
        byte[] sealed = decode(cursor);
        if (sealed.length <= SEAL_LENGTH) {
            throw invalid();
        }
        byte[] content = Arrays.copyOfRange(sealed, SEAL_LENGTH, sealed.length);
        byte[] expected = Arrays.copyOf(mac(order, content), SEAL_LENGTH);
        if (!MessageDigest.isEqual(expected, Arrays.copyOf(sealed, SEAL_LENGTH))) {
            throw invalid();
        }
        return List.of(new String(content, StandardCharsets.UTF_8).split(SEPARATOR, -1));
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private byte[] mac(String order, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(order.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java runtime", e);
        }
    }

    private static Refusal invalid() {
        return Refusal.at("after", ErrorCode.INVALID_CURSOR);
    }
}
