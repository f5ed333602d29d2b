package org.safetyledger.party.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.Responsibilities;
import org.safetyledger.party.ResponsibilityAssignment;
import org.safetyledger.party.ResponsibilityParty;

/** What may be done with the responsibility register. */
@ApplicationScoped
class PartyCommands implements CommandSource {
    private final Responsibilities responsibilities;

    PartyCommands(Responsibilities responsibilities) {
        this.responsibilities = responsibilities;
    }

    @Override
    public List<CommandType> commands() {
        InputType input = InputType.of("AssignResponsibilityInput", "Makes somebody responsible.")
                .choice("party!", ResponsibilityParty.class, "Which of the four parties.")
                .code(
                        "jurisdiction!",
                        "Division code of the place, in the caller's own area; not of a division that has retired by the first"
                                + " day.")
                .code("industry", "Section or division of GB/T 4754-2017 that it is limited to.")
                .node(
                        "enterpriseId",
                        NodeType.ENTERPRISE,
                        "Enterprise that it is limited to; needed for ENTERPRISE_MAIN.")
                .node(
                        "personId!",
                        NodeType.PERSON,
                        "The holder, whose post has to fit the party: a leader of party or government for LEADERSHIP; such a"
                                + " leader or a safety officer for TERRITORIAL; head or officer of a department for"
                                + " INDUSTRY_REGULATOR; the enterprise's own principal, legal representative, actual controller or"
                                + " safety manager for ENTERPRISE_MAIN.")
                .day("validFrom!", "First day.")
                .day("validTo", "Last day; absent for an open end.")
                .node(
                        "replacesId",
                        NodeType.RESPONSIBILITY,
                        "Assignment of the same party and place, and of no other enterprise, that ends the day before; not one that"
                                + " ended earlier still.");
        return List.of(new CommandType(
                "assignResponsibility",
                "ResponsibilityAssignment",
                Permission.ASSIGN_RESPONSIBILITY,
                "Makes somebody responsible for a place, a trade or an enterprise, perhaps in somebody's stead.",
                "Who, for what, from when.",
                input,
                form -> responsibilities.assign(new Responsibilities.Assignment(
                        NodeId.newUuid(),
                        form.choice("party", ResponsibilityParty.class),
                        new ResponsibilityAssignment.Extent(
                                form.text("jurisdiction"), form.textOrNull("industry"), form.idOrNull("enterpriseId")),
                        form.id("personId"),
                        form.day("validFrom"),
                        form.dayOrNull("validTo"),
                        form.idOrNull("replacesId")))));
    }
}
