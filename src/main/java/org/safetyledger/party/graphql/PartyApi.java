package org.safetyledger.party.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.audit.Commands;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.party.Responsibilities;
import org.safetyledger.party.ResponsibilityAssignment;
import org.safetyledger.read.Payload;

@GraphQLApi
public class PartyApi {
    private final Responsibilities responsibilities;
    private final Commands commands;

    PartyApi(Responsibilities responsibilities, Commands commands) {
        this.responsibilities = responsibilities;
        this.commands = commands;
    }

    @Mutation("assignResponsibility")
    @Requires(Permission.ASSIGN_RESPONSIBILITY)
    @NonNull
    @Description("Makes somebody responsible for a place, a trade or an enterprise, perhaps in somebody's stead.")
    public Payload assignResponsibility(
            @NonNull @Description("Who, for what, from when.") AssignResponsibilityInput input) {
        return commands.run(
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
                        NodeId.optional(NodeType.RESPONSIBILITY, input.replacesId(), "replacesId"))));
    }
}
