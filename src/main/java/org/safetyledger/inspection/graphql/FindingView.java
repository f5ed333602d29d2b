package org.safetyledger.inspection.graphql;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Finding;
import org.safetyledger.inspection.FindingResult;
import org.safetyledger.inspection.HazardGrade;

@Type("Finding")
@Description("Answer to one checklist item in one inspection.")
public final class FindingView {
    private final Finding finding;

    FindingView(Finding finding) {
        this.finding = finding;
    }

    UUID itemUuid() {
        return finding.itemId();
    }

    @Id
    @NonNull
    @Description("Id, to be named when the finding is reported as a hazard.")
    public String getId() {
        return NodeId.text(NodeType.FINDING, finding.id());
    }

    @NonNull
    @Description("Answer.")
    public FindingResult getResult() {
        return finding.result();
    }

    @Description("Note.")
    public @Nullable String getNote() {
        return finding.note();
    }

    @Description("Whether something negative was put right at once.")
    public boolean isFixedOnSite() {
        return finding.fixedOnSite();
    }

    @Description("When it was answered, by the clock of the device, which may be wrong; null when it was not sent.")
    public @Nullable OffsetDateTime getDeviceRecordedAt() {
        return Times.localOrNull(finding.deviceRecordedAt());
    }

    @Description("Grade of something negative; null where none was given.")
    public @Nullable HazardGrade getGrade() {
        return finding.grade();
    }

    @NonNull
    @Description("When it was answered.")
    public OffsetDateTime getRecordedAt() {
        return Times.local(finding.recordedAt());
    }
}
