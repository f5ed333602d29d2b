package org.safetyledger.supervision.draw;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.read.ReadType;

/**
 * The seed of a draw, in two halves. Who announces the draw is bound to the first by its hash, and nobody knows the second,
 * a value that becomes public later: so the one cannot be chosen to please, and the other tells nobody what will be drawn.
 */
@Embeddable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class SealedSeed {
    private static final int HASH_LENGTH = 64;

    private String commitment;
    private String publicSource;
    private Instant publicFrom;
    private @Nullable String seed;
    private @Nullable String publicValue;

    protected SealedSeed() {}

    private SealedSeed(String commitment, String publicSource, Instant publicFrom) {
        this.commitment = commitment;
        this.publicSource = publicSource;
        this.publicFrom = publicFrom;
    }

    /** The fields with which a draw is announced. */
    public static InputType announcedBy(InputType input) {
        return input.code("commitment!", "SHA-256 of the secret seed, 64 hexadecimal digits in lower case.")
                .name(
                        "publicSource!",
                        "Which value that nobody knows yet is the other half of the seed, e.g. the numbers of a named lottery"
                                + " draw, up to {} characters.")
                .time("publicFrom!", "From when that value is public; it lies ahead.");
    }

    /** The fields with which it is drawn. */
    public static InputType revealedBy(InputType input) {
        return input.name("seed!", "The secret seed, whose hash was announced, up to {} characters.")
                .name("publicValue!", "The value that has become public, up to {} characters.");
    }

    public static SealedSeed of(Form form, Instant now) {
        String commitment = form.text("commitment");
        if (commitment.length() != HASH_LENGTH || !commitment.chars().allMatch(SealedSeed::isDigit)) {
            throw Refusal.at("commitment", ErrorCode.COMMITMENT_MALFORMED);
        }
        Instant from = form.time("publicFrom");
        if (!from.isAfter(now)) {
            throw Refusal.at("publicFrom", ErrorCode.SEED_KNOWN, Times.text(now));
        }
        return new SealedSeed(commitment, form.text("publicSource"), from);
    }

    private static boolean isDigit(int character) {
        return HexFormat.isHexDigit(character) && !Character.isUpperCase(character);
    }

    /** Reads the columns of a seed. */
    public static ReadType readBy(ReadType type) {
        return type.text("commitment!", "SHA-256 of the secret seed, published with the announcement.")
                .text("publicSource!", "Which public value is the other half of the seed.")
                .time("publicFrom!", "From when that value is public.")
                .text("seed", "The secret seed; null until it is drawn.")
                .text("publicValue", "The public value; null until it is drawn.");
    }

    public Lot reveal(Form form, Instant now) {
        if (now.isBefore(publicFrom)) {
            throw Refusal.at("publicValue", ErrorCode.DRAW_TOO_EARLY, Times.text(publicFrom));
        }
        String revealed = form.text("seed");
        if (!Lot.hash(revealed).equals(commitment)) {
            throw Refusal.at("seed", ErrorCode.SEED_NOT_COMMITTED);
        }
        seed = revealed;
        publicValue = form.text("publicValue");
        return new Lot(revealed, publicValue);
    }

    /** Whoever could know what will be drawn does not withdraw it any more. */
    public void requireUnknown(Instant now) {
        if (!now.isBefore(publicFrom)) {
            throw Refusal.at("id", ErrorCode.SEED_KNOWN, Times.text(now));
        }
    }
}
