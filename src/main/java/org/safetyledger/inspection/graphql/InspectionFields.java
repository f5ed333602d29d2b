package org.safetyledger.inspection.graphql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.AvailableAction;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.access.Verbs;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignRepository;
import org.safetyledger.inspection.Checklist;
import org.safetyledger.inspection.ChecklistItem;
import org.safetyledger.inspection.ChecklistRepository;
import org.safetyledger.inspection.Finding;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionFilter;
import org.safetyledger.inspection.InspectionOfficer;
import org.safetyledger.inspection.InspectionOrder;
import org.safetyledger.inspection.InspectionRepository;
import org.safetyledger.inspection.InspectionVerb;
import org.safetyledger.inspection.Inspections;
import org.safetyledger.inspection.Surroundings;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;
import org.safetyledger.party.graphql.EnterpriseView;

/** Nested fields of inspections, campaigns, checklists and enterprises, each read for all parents at once. */
@GraphQLApi
public class InspectionFields {
    private final InspectionRepository inspections;
    private final ChecklistRepository checklists;
    private final CampaignRepository campaigns;
    private final EnterpriseRepository enterprises;
    private final NestedInspections nested;
    private final Inspections conduct;
    private final Verbs verbs;
    private final Callers callers;

    InspectionFields(
            InspectionRepository inspections,
            ChecklistRepository checklists,
            CampaignRepository campaigns,
            EnterpriseRepository enterprises,
            NestedInspections nested,
            Inspections conduct,
            Verbs verbs,
            Callers callers) {
        this.inspections = inspections;
        this.checklists = checklists;
        this.campaigns = campaigns;
        this.enterprises = enterprises;
        this.nested = nested;
        this.conduct = conduct;
        this.verbs = verbs;
        this.callers = callers;
    }

    @Name("signerName")
    @Requires
    @Description("Who signed for the target; null for integrations without the scope `personal-data`.")
    public List<@Nullable String> signerName(@Source List<InspectionView> views) {
        boolean named = callers.current().readsPersonalData();
        return views.stream()
                .map(view -> named ? view.inspection().signerName() : null)
                .toList();
    }

    @Name("enterprise")
    @Requires
    @Description("The inspected enterprise; null under supervision of a department, or when it is out of scope.")
    public List<@Nullable EnterpriseView> enterprise(@Source List<InspectionView> views) {
        Map<UUID, Enterprise> found = enterprises.byIds(views.stream()
                .map(view -> view.inspection().enterpriseId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return views.stream()
                .map(view -> found.get(view.inspection().enterpriseId()))
                .map(enterprise -> enterprise == null ? null : new EnterpriseView(enterprise))
                .toList();
    }

    @Name("checklist")
    @Requires
    @NonNull
    @Description("The checklist in the version with which it was planned.")
    public List<ChecklistView> checklist(@Source List<InspectionView> views) {
        Map<UUID, Checklist> found = checklists.byIds(views.stream()
                .map(view -> view.inspection().checklistId())
                .distinct()
                .toList());
        return views.stream()
                .map(view -> new ChecklistView(
                        Objects.requireNonNull(found.get(view.inspection().checklistId()))))
                .toList();
    }

    @Name("campaign")
    @Requires
    @Description("The campaign that it belongs to; null without one, or when it is out of scope.")
    public List<@Nullable CampaignView> campaign(@Source List<InspectionView> views) {
        if (!callers.current().may(Permission.READ_CAMPAIGNS)) {
            return views.stream().<@Nullable CampaignView>map(view -> null).toList();
        }
        Map<UUID, Campaign> found = campaigns.byIds(views.stream()
                .map(view -> view.inspection().campaignId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return views.stream()
                .map(view -> found.get(view.inspection().campaignId()))
                .map(campaign -> campaign == null ? null : new CampaignView(campaign))
                .toList();
    }

    @Name("officers")
    @Requires
    @NonNull
    @Description("Who conducts it.")
    public List<List<@NonNull InspectionOfficerView>> officers(@Source List<InspectionView> views) {
        Map<UUID, List<InspectionOfficer>> found =
                inspections.officers(views.stream().map(InspectionView::uuid).toList());
        return views.stream()
                .map(view -> found.getOrDefault(view.uuid(), List.of()).stream()
                        .map(officer -> new InspectionOfficerView(officer.name(), officer.certificateNumber()))
                        .toList())
                .toList();
    }

    @Name("findings")
    @Requires
    @NonNull
    @Description("The answers to the checklist, in the order in which they were recorded.")
    public List<List<@NonNull FindingView>> findings(@Source List<InspectionView> views) {
        Map<UUID, List<Finding>> found =
                inspections.findings(views.stream().map(InspectionView::uuid).toList());
        return views.stream()
                .map(view -> found.getOrDefault(view.uuid(), List.of()).stream()
                        .map(FindingView::new)
                        .toList())
                .toList();
    }

    @Name("item")
    @Requires
    @NonNull
    @Description("The item that is answered.")
    public List<ChecklistItemView> item(@Source List<FindingView> findings) {
        Map<UUID, ChecklistItem> found = checklists.itemsByIds(
                findings.stream().map(FindingView::itemUuid).distinct().toList());
        return findings.stream()
                .map(finding -> new ChecklistItemView(Objects.requireNonNull(found.get(finding.itemUuid()))))
                .toList();
    }

    @Name("items")
    @Requires
    @NonNull
    @Description("The items, by number.")
    public List<List<@NonNull ChecklistItemView>> items(@Source List<ChecklistView> views) {
        Map<UUID, List<ChecklistItem>> found =
                checklists.items(views.stream().map(ChecklistView::uuid).toList());
        return views.stream()
                .map(view -> found.getOrDefault(view.uuid(), List.of()).stream()
                        .map(ChecklistItemView::new)
                        .toList())
                .toList();
    }

    @Name("availableActions")
    @Requires
    @NonNull
    @Description("What the caller may do with it now, and why not the rest.")
    public List<List<@NonNull AvailableAction>> availableActions(@Source List<InspectionView> views) {
        Map<UUID, List<InspectionOfficer>> officers =
                inspections.officers(views.stream().map(InspectionView::uuid).toList());
        Map<UUID, Campaign> found = campaigns.byIds(views.stream()
                .map(view -> view.inspection().campaignId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return views.stream()
                .map(view -> actions(
                        view.inspection(),
                        conduct.surroundings(
                                officers.getOrDefault(view.uuid(), List.of()),
                                found.get(view.inspection().campaignId()))))
                .toList();
    }

    private List<@NonNull AvailableAction> actions(Inspection inspection, Surroundings around) {
        return verbs.tell(
                InspectionVerb.values(), verb -> conduct.objection(verb, inspection, around, callers.current()));
    }

    @Name("inspections")
    @Description("Its inspections that the caller may see.")
    public CompletionStage<InspectionConnection> inspectionsOfEnterprise(
            @Source EnterpriseView enterprise,
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Which to list.") @Nullable InspectionFilter filter,
            @DefaultValue("PLANNED_ON_DESC") @Description("Order.") @Nullable InspectionOrder orderBy) {
        return nested.ofEnterprise(enterprise.uuid(), NestedInspections.arguments(first, after, filter, orderBy));
    }

    @Name("inspections")
    @Description("Its inspections that the caller may see.")
    public CompletionStage<InspectionConnection> inspectionsOfCampaign(
            @Source CampaignView campaign,
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Which to list.") @Nullable InspectionFilter filter,
            @DefaultValue("PLANNED_ON_DESC") @Description("Order.") @Nullable InspectionOrder orderBy) {
        return nested.ofCampaign(campaign.uuid(), NestedInspections.arguments(first, after, filter, orderBy));
    }
}
