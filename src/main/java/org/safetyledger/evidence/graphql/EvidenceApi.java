package org.safetyledger.evidence.graphql;

import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.NestedPages;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.evidence.EvidenceRepository;
import org.safetyledger.evidence.EvidenceRepository.Subject;
import org.safetyledger.evidence.EvidenceStage;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.hazard.graphql.HazardView;
import org.safetyledger.inspection.graphql.InspectionView;
import org.safetyledger.rectification.graphql.RectificationTaskView;

@GraphQLApi
public class EvidenceApi {
    private final EvidenceRepository evidence;
    private final NestedPages pages;

    EvidenceApi(EvidenceRepository evidence, NestedPages pages) {
        this.evidence = evidence;
        this.pages = pages;
    }

    private record Arguments(@Nullable EvidenceStage stage, PageRequest page) {}

    @Query("evidence")
    @Requires(Permission.READ)
    @NonNull
    @Description("Photos and videos that the caller may see, latest received first.")
    public EvidenceConnection evidence(
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("What they show.") @Nullable EvidenceStage stage,
            @Description("Division code whose subtree to list.") @Nullable String jurisdiction) {
        return new EvidenceConnection(
                evidence.page(stage, jurisdiction, PageRequest.of(first, after)), EvidenceView::new);
    }

    @Name("evidence")
    @Description("Its photos and videos, latest received first.")
    public CompletionStage<EvidenceConnection> ofHazard(
            @Source HazardView hazard,
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("What they show.") @Nullable EvidenceStage stage) {
        return of(Subject.HAZARD, hazard.uuid(), new Arguments(stage, PageRequest.of(first, after)));
    }

    @Name("evidence")
    @Description("Its photos and videos, latest received first.")
    public CompletionStage<EvidenceConnection> ofTask(
            @Source RectificationTaskView task,
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("What they show.") @Nullable EvidenceStage stage) {
        return of(Subject.TASK, task.uuid(), new Arguments(stage, PageRequest.of(first, after)));
    }

    @Name("evidence")
    @Description("Its photos and videos, latest received first.")
    public CompletionStage<EvidenceConnection> ofInspection(
            @Source InspectionView inspection,
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("What they show.") @Nullable EvidenceStage stage) {
        return of(Subject.INSPECTION, inspection.uuid(), new Arguments(stage, PageRequest.of(first, after)));
    }

    private CompletionStage<EvidenceConnection> of(Subject subject, UUID parent, Arguments arguments) {
        return pages.load(
                        "evidenceOf" + subject,
                        Permission.READ,
                        parent,
                        arguments,
                        (parents, asked) -> evidence.pagesBySubject(subject, parents, asked.stage(), asked.page()))
                .thenApply(slice -> new EvidenceConnection(slice, EvidenceView::new));
    }
}
