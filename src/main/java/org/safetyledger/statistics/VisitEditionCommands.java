package org.safetyledger.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with published statistics of visits. */
@ApplicationScoped
class VisitEditionCommands implements CommandSource {
    private static final int LAST_YEAR = 2200;

    private final VisitEditions editions;

    VisitEditionCommands(VisitEditions editions) {
        this.editions = editions;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(new CommandType(
                "publishVisitStatistics",
                "VisitEdition",
                Permission.PUBLISH_VISIT_STATISTICS,
                "Publishes the visits of a year that is over in an authority's area, with the figures as they are now, by a leader of its"
                        + " level or above: nothing that happens later changes them. Published again, it is a correction, which says why.",
                "Whose, which year, and where.",
                InputType.of("PublishVisitStatisticsInput", "Publishes a year's visits.")
                        .newId(NodeType.VISIT_EDITION, "Id made by the client; absent to have one made.")
                        .code("jurisdiction!", "Division code of the county, functional zone or city.")
                        .count("year!", LAST_YEAR, "The year, of the ten before this one.")
                        .name(
                                "publication!",
                                "Where everybody reads it, such as the government's site, up to {} characters.")
                        .prose(
                                "reason",
                                "Why it corrects the edition before, up to {} characters: for a correction, and for nothing else."),
                form -> editions.publish(draft(form))));
    }

    private static VisitEdition.Draft draft(Form form) {
        return new VisitEdition.Draft(
                form.newId(),
                form.text("jurisdiction"),
                form.count("year"),
                form.text("publication"),
                form.textOrNull("reason"));
    }
}
