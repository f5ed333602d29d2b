package org.safetyledger.supervision.draw;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.read.ReadType;

/**
 * What is announced of a draw, with its seed in two halves. Who announces it is bound to the first by its hash, and nobody
 * knows the second, a value that becomes public later. Somebody else writes that down before the first is told: so nobody
 * chooses either half to please, and neither alone tells what will be drawn.
 */
@Embeddable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Announcement {
    private static final int HASH_LENGTH = 64;

    private String announcedBy;
    private String announcedBySubject;
    private Instant announcedAt;
    private String commitment;
    private String publicSource;
    private Instant publicFrom;
    private @Nullable String publicValue;
    private @Nullable String valueReadFrom;
    private @Nullable String witnessedBy;
    private @Nullable String witnessedBySubject;
    private @Nullable Instant witnessedAt;
    private boolean valueCorrected;
    private @Nullable String seed;
    private @Nullable String drawnBy;
    private @Nullable Instant drawnAt;
    private @Nullable String cancelReason;
    private @Nullable String cancelledBy;
    private @Nullable Instant cancelledAt;

    protected Announcement() {}

    private Announcement(String commitment, String publicSource, Instant publicFrom, Caller officer, Instant now) {
        this.commitment = commitment;
        this.publicSource = publicSource;
        this.publicFrom = publicFrom;
        this.announcedBy = officer.name();
        this.announcedBySubject = officer.subject();
        this.announcedAt = now;
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

    /** The fields with which its public value is written down. */
    public static InputType witnessedBy(InputType input) {
        return input.name("publicValue!", "The value that has become public, up to {} characters.")
                .name("readFrom!", "Where it was read, e.g. the address of the page, up to {} characters.");
    }

    /** The field with which it is drawn. */
    public static InputType revealedBy(InputType input) {
        return input.name("seed!", "The secret seed, whose hash was announced, up to {} characters.");
    }

    public static Announcement of(Form form, Caller officer, Instant now) {
        String commitment = form.text("commitment");
        if (commitment.length() != HASH_LENGTH || !commitment.chars().allMatch(Announcement::isDigit)) {
            throw Refusal.at("commitment", ErrorCode.COMMITMENT_MALFORMED);
        }
        Instant from = form.time("publicFrom");
        if (!from.isAfter(now)) {
            throw Refusal.at("publicFrom", ErrorCode.SEED_KNOWN, Times.text(now));
        }
        return new Announcement(commitment, form.text("publicSource"), from, officer, now);
    }

    private static boolean isDigit(int character) {
        return HexFormat.isHexDigit(character) && !Character.isUpperCase(character);
    }

    /** Reads the columns of an announcement. */
    public static ReadType readBy(ReadType type) {
        return type.text("announcedBy!", "Name of who announced it.")
                .time("announcedAt!", "When it was announced.")
                .text("commitment!", "SHA-256 of the secret seed, published with the announcement.")
                .text("publicSource!", "Which public value is the other half of the seed.")
                .time("publicFrom!", "From when that value is public.")
                .text("publicValue", "The public value; null until somebody has written it down.")
                .text("valueReadFrom", "Where it was read.")
                .text("witnessedBy", "Name of who wrote it down.")
                .time("witnessedAt", "When it was written down.")
                .text("seed", "The secret seed; null until it is drawn.")
                .text("drawnBy", "Name of who drew.")
                .time("drawnAt", "When it was drawn.")
                .text("cancelReason", "Why it was withdrawn.")
                .text("cancelledBy", "Name of who withdrew it.")
                .time(
                        "cancelledAt",
                        "When it was withdrawn: what was withdrawn after `publicFrom` is to be asked about.");
    }

    /** Whether the public value was written down before: then it is corrected, by the same person. */
    public boolean isWitnessed() {
        return witnessedAt != null;
    }

    public Map<String, String> witness(Form form, Caller officer, Instant now) {
        if (now.isBefore(publicFrom)) {
            throw Refusal.at("publicValue", ErrorCode.DRAW_TOO_EARLY, Times.text(publicFrom));
        }
        valueCorrected = isWitnessed();
        publicValue = form.text("publicValue");
        valueReadFrom = form.text("readFrom");
        witnessedBy = officer.name();
        witnessedBySubject = officer.subject();
        witnessedAt = now;
        return Map.of("publicValue", form.text("publicValue"), "readFrom", form.text("readFrom"));
    }

    public Lot reveal(Form form, Caller officer, Instant now) {
        String revealed = form.text("seed");
        if (!Lot.hash(revealed).equals(commitment)) {
            throw Refusal.at("seed", ErrorCode.SEED_NOT_COMMITTED);
        }
        seed = revealed;
        drawnBy = officer.name();
        drawnAt = now;
        return lot();
    }

    /** What it is drawn by, once it is. */
    public Lot lot() {
        return new Lot(Objects.requireNonNull(seed), Objects.requireNonNull(publicValue));
    }

    /** Whoever could know what will be drawn does not withdraw it any more: somebody else may, for all to see. */
    public Map<String, String> withdraw(Form form, Caller officer, Instant now) {
        if (!now.isBefore(publicFrom) && officer.subject().equals(announcedBySubject)) {
            throw Refusal.at("id", ErrorCode.SEED_KNOWN, Times.text(now));
        }
        cancelReason = form.text("reason");
        cancelledBy = officer.name();
        cancelledAt = now;
        return Map.of("reason", form.text("reason"));
    }

    public Instant publicFrom() {
        return publicFrom;
    }

    public String announcedBySubject() {
        return announcedBySubject;
    }

    public @Nullable String witnessedBySubject() {
        return witnessedBySubject;
    }

    public boolean valueCorrected() {
        return valueCorrected;
    }
}
