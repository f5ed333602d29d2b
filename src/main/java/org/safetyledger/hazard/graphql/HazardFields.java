package org.safetyledger.hazard.graphql;

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
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.access.Verbs;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardFilter;
import org.safetyledger.hazard.HazardOrder;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.hazard.HazardVerb;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionRepository;
import org.safetyledger.inspection.graphql.InspectionView;
import org.safetyledger.jurisdiction.Division;
import org.safetyledger.jurisdiction.DivisionRepository;
import org.safetyledger.jurisdiction.graphql.JurisdictionView;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;
import org.safetyledger.party.graphql.EnterpriseView;

/** Nested fields of hazards, and the hazards of enterprises and inspections, each read for all parents at once. */
@GraphQLApi
public class HazardFields {
    private final HazardRepository hazards;
    private final EnterpriseRepository enterprises;
    private final InspectionRepository inspections;
    private final DivisionRepository divisions;
    private final NestedHazards nested;
    private final Verbs verbs;
    private final Callers callers;

    HazardFields(
            HazardRepository hazards,
            EnterpriseRepository enterprises,
            InspectionRepository inspections,
            DivisionRepository divisions,
            NestedHazards nested,
            Verbs verbs,
            Callers callers) {
        this.hazards = hazards;
        this.enterprises = enterprises;
        this.inspections = inspections;
        this.divisions = divisions;
        this.nested = nested;
        this.verbs = verbs;
        this.callers = callers;
    }

    @Name("enterprise")
    @Requires
    @Description("The enterprise where it is.")
    public List<@Nullable EnterpriseView> enterprise(@Source List<HazardView> views) {
        Map<UUID, Enterprise> found = enterprises.byIds(views.stream()
                .map(view -> view.hazard().enterpriseId())
                .distinct()
                .toList());
        return views.stream()
                .map(view -> found.get(view.hazard().enterpriseId()))
                .map(enterprise -> enterprise == null ? null : new EnterpriseView(enterprise))
                .toList();
    }

    @Name("jurisdiction")
    @Requires
    @NonNull
    @Description("The jurisdiction where it is.")
    public List<JurisdictionView> jurisdiction(@Source List<HazardView> views) {
        Map<String, Division> found = divisions.byCodes(views.stream()
                .map(view -> view.hazard().divisionCode())
                .distinct()
                .toList());
        return views.stream()
                .map(view -> new JurisdictionView(
                        Objects.requireNonNull(found.get(view.hazard().divisionCode()))))
                .toList();
    }

    @Name("inspection")
    @Requires
    @Description("The inspection that found it; null without one, or when it is out of scope.")
    public List<@Nullable InspectionView> inspection(@Source List<HazardView> views) {
        if (!callers.current().may(Permission.READ_INSPECTIONS)) {
            return views.stream().<@Nullable InspectionView>map(view -> null).toList();
        }
        Map<UUID, Inspection> found = inspections.byIds(views.stream()
                .map(view -> view.hazard().inspectionId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return views.stream()
                .map(view -> found.get(view.hazard().inspectionId()))
                .map(inspection -> inspection == null ? null : new InspectionView(inspection))
                .toList();
    }

    @Name("duplicateOf")
    @Requires
    @Description("The original hazard that it duplicates; null otherwise, or when that one is out of scope.")
    public List<@Nullable HazardView> duplicateOf(@Source List<HazardView> views) {
        Map<UUID, Hazard> found = hazards.byIds(views.stream()
                .map(view -> view.hazard().duplicateOfId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return views.stream()
                .map(view -> found.get(view.hazard().duplicateOfId()))
                .map(hazard -> hazard == null ? null : new HazardView(hazard))
                .toList();
    }

    @Name("responsibleParties")
    @Requires
    @NonNull
    @Description("The four responsible parties as they were when it was reported.")
    public List<ResponsiblePartiesView> responsibleParties(@Source List<HazardView> views) {
        Caller reader = callers.current();
        return views.stream()
                .map(view -> ResponsiblePartiesView.of(view.hazard().responsibleParties(), reader))
                .toList();
    }

    @Name("availableActions")
    @Requires
    @NonNull
    @Description("What the caller may do with it now, and why not the rest.")
    public List<List<@NonNull AvailableAction>> availableActions(@Source List<HazardView> views) {
        return views.stream()
                .map(view -> verbs.available(HazardVerb.values(), view.hazard(), callers.current()))
                .toList();
    }

    @Name("hazards")
    @Description("Its hazards that the caller may see.")
    public CompletionStage<HazardConnection> hazardsOfEnterprise(
            @Source EnterpriseView enterprise,
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Which to list.") @Nullable HazardFilter filter,
            @DefaultValue("DUE_AT_ASC") @Description("Order.") @Nullable HazardOrder orderBy) {
        return nested.ofEnterprise(enterprise.uuid(), NestedHazards.arguments(first, after, filter, orderBy));
    }

    @Name("hazards")
    @Description("The hazards that it found and that the caller may see.")
    public CompletionStage<HazardConnection> hazardsOfInspection(
            @Source InspectionView inspection,
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Which to list.") @Nullable HazardFilter filter,
            @DefaultValue("DUE_AT_ASC") @Description("Order.") @Nullable HazardOrder orderBy) {
        return nested.ofInspection(inspection.uuid(), NestedHazards.arguments(first, after, filter, orderBy));
    }
}
