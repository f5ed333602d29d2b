package org.safetyledger.site;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How sites are read. An enterprise on a site is told who else is there, and nothing more of them. */
@ApplicationScoped
class SiteReading implements ReadSource {
    private static final String FACTS = "jsonb_build_object('status', $.status, 'divisionCode', $.division_code,"
            + " 'presentUnits', cardinality($.present))";

    private static final String UNNAMED = "(cardinality($.present) > 1 and $.main_unit_id is null)";

    private final AvailableActions actions;

    SiteReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(site(), unit(), mainUnit());
    }

    private ReadType site() {
        return ReadType.of(
                        "Site",
                        "site",
                        "A place on which several enterprises work (同一场所多家单位), with the unit that has the main responsibility. Seen by"
                                + " the authorities of its place, by those that see one of its enterprises, and by whoever is on it.")
                .node(NodeType.SITE)
                .choice("kind!", SiteKind.class, "Kind.")
                .choice("status!", Site.Status.class, "State.")
                .text("name!", "Name.")
                .text("address!", "Address.")
                .count("presentUnits!", "cardinality($.present)", "How many enterprises are on it.")
                .text("mainUnitName", "Name of the unit that has the main responsibility (主要责任单位); null for none.")
                .day("mainUnitSince", "First day on which it has it.")
                .truth("mainUnitMissing!", UNNAMED, "Whether several enterprises are on it, and none has it.")
                .reference(
                        "mainUnit",
                        "Enterprise",
                        "main_unit_id",
                        "That unit; null for none, or when it is out of scope.")
                .reference(
                        "jurisdiction!", "Jurisdiction", "division_code", "code", "The jurisdiction in which it lies.")
                .members(
                        "units!",
                        "SiteUnit",
                        "site_id",
                        "id",
                        Sites.MOST_UNITS,
                        List.of("valid_from", "id"),
                        "Who is or was on it, by first day.")
                .members(
                        "mainUnits!",
                        "SiteMainUnit",
                        "site_id",
                        "id",
                        Sites.MOST_MAIN_UNITS,
                        List.of("valid_from", "id"),
                        "Who has or had the main responsibility, by first day; on each day one at most.")
                .time("registeredAt!", "When it was registered.")
                .time("closedAt", "When it was closed.")
                .availableActions(actions.of(SiteVerb.values(), SiteVerb.Facts.class, FACTS))
                .integer("version!", "Version, for `expectedVersion`.")
                .root("site", Permission.READ, "One site; null when it does not exist or is out of scope.")
                .list(ReadList.of("sites", Permission.READ, "Sites that the caller may see, latest first.")
                        .descending("REGISTERED_AT", "Latest first.", "registered_at timestamptz", "id uuid")
                        .filter(
                                "sites",
                                Filter.choice("kind", SiteKind.class, "kind", "Kind."),
                                Filter.choice("status", Site.Status.class, "status", "State."),
                                Filter.truth(
                                        "mainUnitMissing",
                                        UNNAMED.replace("$.", "t."),
                                        "On which several enterprises are and none has the main responsibility, or only the"
                                                + " others."),
                                Filter.of(
                                        "enterpriseId",
                                        "ID",
                                        "On which this enterprise is.",
                                        (conditions, value, path) -> conditions.add(
                                                "t.present @> array[cast(:unit as uuid)]",
                                                "unit",
                                                NodeId.require(NodeType.ENTERPRISE, (String) value, path))),
                                AreaFilters.subtree("Division code whose subtree to list.")))
                .payload("SitePayload", "site", "The site, or why the command was refused.");
    }

    private static ReadType unit() {
        return ReadType.of("SiteUnit", "site_unit", "An enterprise on a site, from a first day to a last.")
                .text("name!", "Name, as it was when it came.")
                .choice("role!", SiteRole.class, "What it is on the site.")
                .toldText(
                        "agreementNumber",
                        "jsonb_build_object('number', $.agreement_number, 'of', $.enterprise_id)",
                        SiteReading::agreement,
                        "Number of its safety agreement (安全生产管理协议); null for none, and for other enterprises.")
                .day("validFrom!", "First day.")
                .day("validTo", "Last day; null while it is on the site.")
                .reference(
                        "enterprise", "Enterprise", "enterprise_id", "The enterprise; null when it is out of scope.");
    }

    private static ReadType mainUnit() {
        return ReadType.of("SiteMainUnit", "site_main_unit", "That a unit has the main responsibility on a site.")
                .text("name!", "Name, as it was when it came.")
                .text("document", "Number of the agreement or document that says so.")
                .day("validFrom!", "First day.")
                .day("validTo", "Last day; null while it has it.")
                .reference(
                        "enterprise", "Enterprise", "enterprise_id", "The enterprise; null when it is out of scope.");
    }

    private static @Nullable String agreement(JsonNode stored, Caller reader) {
        boolean another =
                reader.ofEnterprise() && !stored.get("of").asText().equals(String.valueOf(reader.enterpriseId()));
        return another || stored.get("number").isNull()
                ? null
                : stored.get("number").asText();
    }
}
