package org.safetyledger.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals values that are given out and come back: as one text with a keyed checksum over them and what they are for, so that
 * a text that is damaged, invented or for something else is told from a real one.
 */
@ApplicationScoped
public class Seals {
    /** As many bytes of a keyed checksum as nobody guesses. */
    private static final int LENGTH = 12;

    private static final String SEPARATOR = "\u001f";

    private final SealSecret secret;

    Seals(SealSecret secret) {
        this.secret = secret;
    }

    public String seal(String purpose, List<String> values) {
        return seal(purpose, String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }

    /** The sealed values; empty where the text is not, to its last character, what was sealed for this purpose. */
    public Optional<List<String>> open(String purpose, String text) {
        byte[] sealed = decode(text);
        if (sealed.length <= LENGTH) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(sealed, LENGTH, sealed.length);
        byte[] expected = seal(purpose, content).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, text.getBytes(StandardCharsets.UTF_8))
                ? Optional.of(List.of(new String(content, StandardCharsets.UTF_8).split(SEPARATOR, -1)))
                : Optional.empty();
    }

    private String seal(String purpose, byte[] content) {
        byte[] sealed = Arrays.copyOf(checksum(purpose, content), LENGTH + content.length);
        System.arraycopy(content, 0, sealed, LENGTH, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** A name for a value that does not tell it: the same for the same value. */
    public String pseudonym(String purpose, String value) {
        return HexFormat.of().formatHex(checksum(purpose, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] checksum(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java runtime", e);
        }
    }
}
