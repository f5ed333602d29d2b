package org.safetyledger.inspection.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.ChecklistItem;

@Type("ChecklistItem")
@Description("One item of a checklist.")
public final class ChecklistItemView {
    private final ChecklistItem item;

    ChecklistItemView(ChecklistItem item) {
        this.item = item;
    }

    @Id
    @NonNull
    @Description("Id, to be named when the item is answered.")
    public String getId() {
        return NodeId.text(NodeType.ITEM, item.id());
    }

    @Description("Number in the checklist, from 1.")
    public int getNumber() {
        return item.number();
    }

    @NonNull
    @Description("What to check.")
    public String getText() {
        return item.text();
    }

    @Description("Legal basis.")
    public @Nullable String getBasis() {
        return item.basis();
    }

    @Description("Code of the hazard category that a negative answer suggests.")
    public @Nullable String getCategory() {
        return item.categoryCode();
    }
}
