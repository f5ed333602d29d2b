package org.safetyledger.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How published statistics of visits are read. */
@ApplicationScoped
class VisitEditionReading implements ReadSource, BoundSource {
    private static final int MOST_AUTHORITIES = 300;

    private final ObjectMapper mapper;

    VisitEditionReading(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(FieldBound.list("PublishedVisits", "authorities", MOST_AUTHORITIES));
    }

    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of(
                        "VisitEdition",
                        "visit_edition",
                        "A published edition of a year's visits (行政检查年度统计公布). Seen by all authorities of its area, those of"
                                + " levels below with them, and by the managers of its enterprises; nothing of it changes.")
                .node(NodeType.VISIT_EDITION)
                .integer("year!", "The year of the visits' planned days.")
                .integer("number!", "Number of the edition in its year, from 1; those after the first are corrections.")
                .value(
                        "figures!",
                        "$.figures",
                        PublishedVisits.class,
                        (stored, caller) -> mapper.convertValue(stored, PublishedVisits.class),
                        "The visits, as they were counted then.")
                .text("publication!", "Where everybody reads it.")
                .text("reason", "Why it corrects the edition before; null for the first.")
                .text("publishedBy!", "Name of the leader who published it.")
                .time("publishedAt!", "When it was published.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "Whose authority published it.")
                .integer("version!", "Version; editions have one only.")
                .root(
                        "visitEdition",
                        Permission.READ_VISIT_EDITIONS,
                        "One published edition of a year's visits; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "visitEditions",
                                Permission.READ_VISIT_EDITIONS,
                                "Published editions of years' visits that the caller may see, latest first.")
                        .descending("PUBLISHED_AT_DESC", "Latest first.", "published_at timestamptz", "id uuid")
                        .filter(
                                "visitEditions",
                                Filter.of(
                                        "year",
                                        "Int",
                                        "The year of the visits.",
                                        (conditions, value, path) -> conditions.add("t.year = :year", "year", value)),
                                AreaFilters.subtree("Division code in whose subtree their authorities lie.")))
                .payload("VisitEditionPayload", "visitEdition", "The edition, or why the command was refused."));
    }
}
