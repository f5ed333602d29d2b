package org.safetyledger.rectification.graphql;

import java.util.List;
import java.util.Map;
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
import org.safetyledger.access.Requires;
import org.safetyledger.access.Verbs;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.hazard.graphql.HazardView;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;
import org.safetyledger.party.graphql.EnterpriseView;
import org.safetyledger.rectification.DeadlineExtension;
import org.safetyledger.rectification.RectificationTaskFilter;
import org.safetyledger.rectification.RectificationTaskOrder;
import org.safetyledger.rectification.RectificationTaskRepository;
import org.safetyledger.rectification.TaskVerb;
import org.safetyledger.rectification.TaskWithHazard;

/** Nested fields of tasks, and the tasks of hazards and enterprises, each read for all parents at once. */
@GraphQLApi
public class RectificationFields {
    private final RectificationTaskRepository tasks;
    private final HazardRepository hazards;
    private final EnterpriseRepository enterprises;
    private final NestedTasks nested;
    private final Verbs verbs;
    private final Callers callers;

    RectificationFields(
            RectificationTaskRepository tasks,
            HazardRepository hazards,
            EnterpriseRepository enterprises,
            NestedTasks nested,
            Verbs verbs,
            Callers callers) {
        this.tasks = tasks;
        this.hazards = hazards;
        this.enterprises = enterprises;
        this.nested = nested;
        this.verbs = verbs;
        this.callers = callers;
    }

    @Name("hazard")
    @Requires
    @Description("The hazard to be rectified; null when it is out of scope.")
    public List<@Nullable HazardView> hazard(@Source List<RectificationTaskView> views) {
        Map<UUID, Hazard> found = hazardsOf(views);
        return views.stream()
                .map(view -> found.get(view.task().hazardId()))
                .map(hazard -> hazard == null ? null : new HazardView(hazard))
                .toList();
    }

    private Map<UUID, Hazard> hazardsOf(List<RectificationTaskView> views) {
        return hazards.byIds(
                views.stream().map(view -> view.task().hazardId()).distinct().toList());
    }

    @Name("enterprise")
    @Requires
    @Description("The enterprise that rectifies; null when it is out of scope.")
    public List<@Nullable EnterpriseView> enterprise(@Source List<RectificationTaskView> views) {
        Map<UUID, Enterprise> found = enterprises.byIds(views.stream()
                .map(view -> view.task().enterpriseId())
                .distinct()
                .toList());
        return views.stream()
                .map(view -> found.get(view.task().enterpriseId()))
                .map(enterprise -> enterprise == null ? null : new EnterpriseView(enterprise))
                .toList();
    }

    @Name("extensions")
    @Requires
    @NonNull
    @Description("All extensions that were asked for, oldest first.")
    public List<List<@NonNull DeadlineExtensionView>> extensions(@Source List<RectificationTaskView> views) {
        Map<UUID, List<DeadlineExtension>> found =
                tasks.extensions(views.stream().map(RectificationTaskView::uuid).toList());
        return views.stream()
                .map(view -> found.getOrDefault(view.uuid(), List.of()).stream()
                        .map(DeadlineExtensionView::of)
                        .toList())
                .toList();
    }

    @Name("availableActions")
    @Requires
    @NonNull
    @Description("What the caller may do with it now, and why not the rest.")
    public List<List<@NonNull AvailableAction>> availableActions(@Source List<RectificationTaskView> views) {
        Map<UUID, Hazard> found = hazardsOf(views);
        return views.stream()
                .map(view ->
                        new TaskWithHazard(view.task(), found.get(view.task().hazardId())))
                .map(task -> verbs.available(TaskVerb.values(), task, callers.current()))
                .toList();
    }

    @Name("rectificationTasks")
    @Description("The tasks to rectify it.")
    public CompletionStage<RectificationTaskConnection> tasksOfHazard(
            @Source HazardView hazard,
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Which to list.") @Nullable RectificationTaskFilter filter,
            @DefaultValue("DUE_AT_ASC") @Description("Order.") @Nullable RectificationTaskOrder orderBy) {
        return nested.ofHazard(hazard.uuid(), NestedTasks.arguments(first, after, filter, orderBy));
    }

    @Name("rectificationTasks")
    @Description("Its tasks that the caller may see.")
    public CompletionStage<RectificationTaskConnection> tasksOfEnterprise(
            @Source EnterpriseView enterprise,
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Which to list.") @Nullable RectificationTaskFilter filter,
            @DefaultValue("DUE_AT_ASC") @Description("Order.") @Nullable RectificationTaskOrder orderBy) {
        return nested.ofEnterprise(enterprise.uuid(), NestedTasks.arguments(first, after, filter, orderBy));
    }
}
