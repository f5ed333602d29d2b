package org.safetyledger.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Sha256;

/** One change of one object. Its hash covers its own content and the hash of the entry before it. */
@Entity
@Immutable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class HistoryEntry {
    static final String FIRST = "0".repeat(64);

    @Id
    private UUID id;

    private String objectType;
    private UUID objectId;
    private int sequence;
    private String divisionCode;
    private @Nullable UUID enterpriseId;
    private @Nullable String industryCode;
    private @Nullable String matter;
    private String action;
    private String status;
    private String actor;
    private String actorName;
    private String actorRole;
    private Instant recordedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> detail;

    private String previousHash;
    private String hash;

    protected HistoryEntry() {}

    HistoryEntry(
            Recorded object,
            int sequence,
            String previousHash,
            String action,
            SortedMap<String, String> detail,
            Caller actor,
            Instant at) {
        this.id = NodeId.newUuid();
        this.objectType = typeName(object.nodeType());
        this.objectId = object.id();
        this.sequence = sequence;
        this.divisionCode = object.divisionCode();
        this.enterpriseId = object.enterpriseId();
        this.industryCode = object.industryCode();
        this.matter = object.matter();
        this.action = action;
        this.status = object.state();
        this.actor = actor.subject();
        this.actorName = actor.name();
        this.actorRole = actor.role().name();
        this.recordedAt = at;
        this.detail = detail;
        this.previousHash = previousHash;
        this.hash = computedHash();
    }

    /** The name under which objects of a type are recorded and secured in the database. */
    public static String typeName(NodeType type) {
        return type == NodeType.TASK ? "RECTIFICATION_TASK" : type.name();
    }

    /** The values of its row, in the order of the columns of {@link HistoryRepository}'s insert. */
    @Nullable
    Object[] row(ObjectMapper mapper) {
        return new @Nullable Object[] {
            id,
            objectType,
            objectId,
            sequence,
            divisionCode,
            enterpriseId,
            industryCode,
            matter,
            action,
            status,
            actor,
            actorName,
            actorRole,
            recordedAt.atOffset(ZoneOffset.UTC),
            mapper.valueToTree(detail).toString(),
            previousHash,
            hash
        };
    }

    /** SHA-256 over the length-prefixed fields, so that no two different contents make the same bytes. */
    String computedHash() {
        MessageDigest digest = Sha256.digest();
        put(digest, previousHash);
        put(digest, id.toString());
        put(digest, objectType);
        put(digest, objectId.toString());
        put(digest, Integer.toString(sequence));
        put(digest, divisionCode);
        put(digest, Objects.toString(enterpriseId, ""));
        put(digest, Objects.toString(industryCode, ""));
        put(digest, action);
        put(digest, status);
        put(digest, actor);
        put(digest, actorName);
        put(digest, actorRole);
        put(digest, recordedAt.toString());
        new TreeMap<>(detail).forEach((key, value) -> {
            put(digest, key);
            put(digest, value);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void put(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    public UUID id() {
        return id;
    }

    public int sequence() {
        return sequence;
    }

    public String action() {
        return action;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String previousHash() {
        return previousHash;
    }

    public String hash() {
        return hash;
    }
}
