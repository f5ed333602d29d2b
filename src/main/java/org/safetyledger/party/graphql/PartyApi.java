package org.safetyledger.party.graphql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.audit.Commands;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Division;
import org.safetyledger.jurisdiction.DivisionRepository;
import org.safetyledger.jurisdiction.graphql.JurisdictionView;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseFilter;
import org.safetyledger.party.EnterpriseRepository;
import org.safetyledger.party.PersonRepository;
import org.safetyledger.party.Responsibilities;
import org.safetyledger.party.ResponsibilityAssignment;
import org.safetyledger.party.ResponsibilityFilter;
import org.safetyledger.party.ResponsibilityRepository;

@GraphQLApi
public class PartyApi {
    private final EnterpriseRepository enterprises;
    private final PersonRepository people;
    private final ResponsibilityRepository register;
    private final Responsibilities responsibilities;
    private final DivisionRepository divisions;
    private final Commands commands;
    private final Callers callers;

    PartyApi(
            EnterpriseRepository enterprises,
            PersonRepository people,
            ResponsibilityRepository register,
            Responsibilities responsibilities,
            DivisionRepository divisions,
            Commands commands,
            Callers callers) {
        this.enterprises = enterprises;
        this.people = people;
        this.register = register;
        this.responsibilities = responsibilities;
        this.divisions = divisions;
        this.commands = commands;
        this.callers = callers;
    }

    @Query("enterprise")
    @Requires(Permission.READ)
    @Description("One enterprise; null when it does not exist or is out of the caller's area.")
    public @Nullable EnterpriseView enterprise(@NonNull @Id @Description("Node id.") String id) {
        return enterprises
                .findByIdOptional(NodeId.require(NodeType.ENTERPRISE, id, "id"))
                .map(EnterpriseView::new)
                .orElse(null);
    }

    @Query("enterprises")
    @Requires(Permission.READ)
    @NonNull
    @Description("Enterprises of the caller's area, by name.")
    public EnterpriseConnection enterprises(
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Which to list.") @Nullable EnterpriseFilter filter) {
        return new EnterpriseConnection(enterprises.page(filter, PageRequest.of(first, after)), EnterpriseView::new);
    }

    @Query("people")
    @Requires(Permission.READ)
    @NonNull
    @Description("People of the caller's area, by name: to name the officers of an inspection or a holder.")
    public PersonConnection people(
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Division code whose subtree to list.") @Nullable String jurisdiction,
            @Description("Only people with, or without, a certificate number.") @Nullable Boolean certified,
            @Description("Text in the name.") @Nullable String text) {
        return new PersonConnection(
                people.page(jurisdiction, certified, text, PageRequest.of(first, after)), PersonView::new);
    }

    @Query("responsibilityAssignments")
    @Requires(Permission.READ_RESPONSIBILITIES)
    @NonNull
    @Description("The responsibility register of the caller's area and of the places above it, by first day.")
    public ResponsibilityAssignmentConnection responsibilityAssignments(
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Which to list.") @Nullable ResponsibilityFilter filter) {
        return new ResponsibilityAssignmentConnection(
                register.page(filter, PageRequest.of(first, after)), ResponsibilityAssignmentView::new);
    }

    @Mutation("assignResponsibility")
    @Requires(Permission.ASSIGN_RESPONSIBILITY)
    @NonNull
    @Description("Makes somebody responsible for a place, a trade or an enterprise, perhaps in somebody's stead.")
    public ResponsibilityPayload assignResponsibility(
            @NonNull @Description("Who, for what, from when.") AssignResponsibilityInput input) {
        return commands.run(
                "assignResponsibility",
                input,
                () -> responsibilities.assign(new Responsibilities.Assignment(
                        NodeId.newUuid(),
                        input.party(),
                        new ResponsibilityAssignment.Extent(
                                Texts.code(input.jurisdiction(), "jurisdiction"),
                                Texts.optionalCode(input.industry(), "industry"),
                                NodeId.optional(NodeType.ENTERPRISE, input.enterpriseId(), "enterpriseId")),
                        NodeId.require(NodeType.PERSON, input.personId(), "personId"),
                        Times.day(input.validFrom(), "validFrom"),
                        Times.dayOrNull(input.validTo(), "validTo"),
                        NodeId.optional(NodeType.RESPONSIBILITY, input.replacesId(), "replacesId"))),
                responsibilities::get,
                (assignment, errors) -> new ResponsibilityPayload(
                        assignment == null ? null : new ResponsibilityAssignmentView(assignment), errors));
    }

    @Name("jurisdiction")
    @Requires(Permission.READ)
    @NonNull
    @Description("The jurisdiction in which the enterprise lies.")
    public List<JurisdictionView> jurisdictionOf(@Source List<EnterpriseView> owners) {
        Map<String, Division> found = divisions.byCodes(
                owners.stream().map(EnterpriseView::divisionCode).distinct().toList());
        return owners.stream()
                .map(owner -> new JurisdictionView(Objects.requireNonNull(found.get(owner.divisionCode()))))
                .toList();
    }

    @Name("jurisdiction")
    @Requires(Permission.READ)
    @NonNull
    @Description("The place that the assignment is for.")
    public List<JurisdictionView> placeOf(@Source List<ResponsibilityAssignmentView> assignments) {
        Map<String, Division> found = divisions.byCodes(assignments.stream()
                .map(ResponsibilityAssignmentView::divisionCode)
                .distinct()
                .toList());
        return assignments.stream()
                .map(assignment -> new JurisdictionView(Objects.requireNonNull(found.get(assignment.divisionCode()))))
                .toList();
    }

    @Name("holderName")
    @Requires(Permission.READ)
    @Description(
            "Name of the holder; null of an enterprise's people for integrations without the scope `personal-data`.")
    public List<@Nullable String> holderNameOf(@Source List<ResponsibilityAssignmentView> assignments) {
        Caller reader = callers.current();
        return assignments.stream()
                .map(assignment -> assignment.holderNameTo(reader))
                .toList();
    }

    @Name("enterprise")
    @Requires(Permission.READ)
    @Description("The enterprise that the assignment is limited to; null for all, or when it is out of scope.")
    public List<@Nullable EnterpriseView> enterpriseOf(@Source List<ResponsibilityAssignmentView> assignments) {
        Map<UUID, Enterprise> found = enterprises.byIds(assignments.stream()
                .map(ResponsibilityAssignmentView::enterpriseUuid)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return assignments.stream()
                .map(assignment -> found.get(assignment.enterpriseUuid()))
                .map(enterprise -> enterprise == null ? null : new EnterpriseView(enterprise))
                .toList();
    }
}
