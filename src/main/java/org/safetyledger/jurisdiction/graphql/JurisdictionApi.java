package org.safetyledger.jurisdiction.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Texts;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.jurisdiction.Division;
import org.safetyledger.jurisdiction.DivisionRepository;

@GraphQLApi
public class JurisdictionApi {
    private final DivisionRepository divisions;
    private final DepartmentRepository departments;

    JurisdictionApi(DivisionRepository divisions, DepartmentRepository departments) {
        this.divisions = divisions;
        this.departments = departments;
    }

    @Query("jurisdiction")
    @Requires(Permission.READ)
    @Description("One jurisdiction by its division code; null when there is none.")
    public @Nullable JurisdictionView jurisdiction(@NonNull @Description("12-digit division code.") String code) {
        return divisions
                .byCode(Texts.code(code, "code"))
                .map(JurisdictionView::new)
                .orElse(null);
    }

    @Query("jurisdictions")
    @Requires(Permission.READ)
    @NonNull
    @Description("Jurisdictions by code.")
    public JurisdictionConnection jurisdictions(
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Only this level.") @Nullable DivisionLevel level,
            @Description("Only the subtree of this division code, itself included.") @Nullable String subtreeOf,
            @Description("Only codes valid on this day.") @Nullable LocalDate validOn) {
        String root = subtreeOf == null ? null : divisions.requireCode(Texts.code(subtreeOf, "subtreeOf"), "subtreeOf");
        return new JurisdictionConnection(
                divisions.page(level, root, validOn, PageRequest.of(first, after)), JurisdictionView::new);
    }

    @Query("department")
    @Requires(Permission.READ)
    @Description("One department by its code; null when there is none.")
    public @Nullable DepartmentView department(@NonNull @Description("Code.") String code) {
        return departments
                .byCode(Texts.code(code, "code"))
                .map(DepartmentView::new)
                .orElse(null);
    }

    @Query("departments")
    @Requires(Permission.READ)
    @NonNull
    @Description("Departments by code.")
    public DepartmentConnection departments(
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Name("jurisdiction") @Description("Only those of this division code.") @Nullable String jurisdiction) {
        return new DepartmentConnection(
                departments.page(Texts.optionalCode(jurisdiction, "jurisdiction"), PageRequest.of(first, after)),
                DepartmentView::new);
    }

    @Name("parent")
    @Requires(Permission.READ)
    @Description("The jurisdiction one level above; null for the province.")
    public List<@Nullable JurisdictionView> parent(@Source List<JurisdictionView> jurisdictions) {
        Map<String, Division> found = divisions.byCodes(jurisdictions.stream()
                .map(JurisdictionView::parentCode)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return jurisdictions.stream()
                .map(jurisdiction -> view(found.get(jurisdiction.parentCode())))
                .toList();
    }

    @Name("children")
    @Requires(Permission.READ)
    @NonNull
    @Description("The jurisdictions one level below, by code.")
    public List<List<@NonNull JurisdictionView>> children(@Source List<JurisdictionView> jurisdictions) {
        Map<String, List<Division>> found = divisions.byParents(
                jurisdictions.stream().map(JurisdictionView::code).distinct().toList());
        return jurisdictions.stream()
                .map(jurisdiction -> found.getOrDefault(jurisdiction.code(), List.of()).stream()
                        .map(JurisdictionView::new)
                        .toList())
                .toList();
    }

    @Name("departments")
    @Requires(Permission.READ)
    @NonNull
    @Description("The departments of this jurisdiction's government, by code.")
    public List<List<@NonNull DepartmentView>> departmentsOf(@Source List<JurisdictionView> jurisdictions) {
        Map<String, List<Department>> found = departments.byDivisions(
                jurisdictions.stream().map(JurisdictionView::code).distinct().toList());
        return jurisdictions.stream()
                .map(jurisdiction -> found.getOrDefault(jurisdiction.code(), List.of()).stream()
                        .map(DepartmentView::new)
                        .toList())
                .toList();
    }

    @Name("jurisdiction")
    @Requires(Permission.READ)
    @NonNull
    @Description("The jurisdiction whose government the department belongs to.")
    public List<JurisdictionView> jurisdictionOf(@Source List<DepartmentView> owners) {
        Map<String, Division> found = divisions.byCodes(
                owners.stream().map(DepartmentView::divisionCode).distinct().toList());
        return owners.stream()
                .map(owner -> Objects.requireNonNull(view(found.get(owner.divisionCode()))))
                .toList();
    }

    private static @Nullable JurisdictionView view(@Nullable Division division) {
        return division == null ? null : new JurisdictionView(division);
    }
}
