package org.safetyledger.inspection.graphql;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.Checklist;

@Type("Checklist")
@Description("One version of a checklist (检查表). Seen by every caller.")
public final class ChecklistView implements Node {
    private final Checklist checklist;

    public ChecklistView(Checklist checklist) {
        this.checklist = checklist;
    }

    public UUID uuid() {
        return checklist.id();
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.CHECKLIST, checklist.id());
    }

    @NonNull
    @Description("Code, the same for all versions.")
    public String getCode() {
        return checklist.code();
    }

    @Description("Version, from 1.")
    public int getVersion() {
        return checklist.version();
    }

    @NonNull
    @Description("Title.")
    public String getTitle() {
        return checklist.title();
    }

    @Description("Code of the key sector that it is for; null for every sector.")
    public @Nullable String getSector() {
        return checklist.sector();
    }

    @Description("Code of the matter, e.g. FIRE, to whose supervisors a visit with it belongs; null for none.")
    public @Nullable String getMatter() {
        return checklist.matter();
    }

    @NonNull
    @Description("First day of this version.")
    public LocalDate getValidFrom() {
        return checklist.validFrom();
    }

    @Description("Last day of this version; null while it is valid.")
    public @Nullable LocalDate getValidTo() {
        return checklist.validTo();
    }
}
