package org.safetyledger.audit.graphql;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Role;
import org.safetyledger.audit.HistoryEntry;
import org.safetyledger.graphql.Times;

@Type("HistoryEntry")
@Description("One recorded change of an object. Entries are never changed; each one's hash covers the one before it.")
public final class HistoryEntryView {
    /** The details that name somebody. */
    private static final Set<String> NAMES = Set.of("holder", "signer");

    private final HistoryEntry entry;
    private final boolean actorVisible;
    private final boolean peopleVisible;

    HistoryEntryView(HistoryEntry entry, Caller reader) {
        this.entry = entry;
        this.peopleVisible = entry.enterpriseId() == null || reader.readsPersonalData();
        this.actorVisible = reader.subject().equals(entry.actor())
                || (reader.role() != Role.ENTERPRISE_WORKER
                        && (reader.readsPersonalData() || !getActorRole().ofEnterprise()));
    }

    @Description("Place in the object's chain, from 1 without a gap.")
    public int getSequence() {
        return entry.sequence();
    }

    @NonNull
    @Description("What happened: the past tense of the domain verb, e.g. CONFIRMED.")
    public String getAction() {
        return entry.action();
    }

    @NonNull
    @Description("The object's state after it.")
    public String getStatus() {
        return entry.status();
    }

    @Description(
            "Name of who did it; null for workers, who are not told the identity of others, and for integrations without"
                    + " the scope `personal-data` where it was somebody of an enterprise.")
    public @Nullable String getActorName() {
        return actorVisible ? entry.actorName() : null;
    }

    @NonNull
    @Description("Role in which it was done.")
    public Role getActorRole() {
        return Role.valueOf(entry.actorRole());
    }

    @NonNull
    @Description("When it was recorded.")
    public OffsetDateTime getRecordedAt() {
        return Times.local(entry.recordedAt());
    }

    @NonNull
    @Description(
            "What it was about, as names and values. Integrations without the scope `personal-data` are not told who"
                    + " signs or answers for an enterprise.")
    public List<@NonNull Detail> getDetails() {
        return new TreeMap<>(entry.detail())
                .entrySet().stream()
                        .filter(detail -> peopleVisible || !NAMES.contains(detail.getKey()))
                        .map(detail -> new Detail(detail.getKey(), detail.getValue()))
                        .toList();
    }

    @NonNull
    @Description("SHA-256 of this entry and the hash before it, in hexadecimal digits.")
    public String getHash() {
        return entry.hash();
    }

    @NonNull
    @Description("Hash of the entry before; 64 zeros for the first.")
    public String getPreviousHash() {
        return entry.previousHash();
    }

    @Type("HistoryDetail")
    @Description("One named value of a recorded change.")
    public record Detail(
            @NonNull @Description("Name of the value.") String name,
            @NonNull @Description("The value as text.") String value) {}
}
