package org.safetyledger.party.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.CreditCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.party.EnterpriseStatus;
import org.safetyledger.party.Person;
import org.safetyledger.party.ResponsibilityParty;
import org.safetyledger.party.SupervisionClass;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How enterprises, people and the responsibility register are read. */
@ApplicationScoped
public class PartyReading implements ReadSource {
    /** As the count of the entry has it. */
    private static final String UNREGULATED = "exists (select from undetermined_regulator u where u.id = :undetermined"
            + " and u.county_code = t.county_code and u.venue_type is not distinct from t.venue_type"
            + " and (u.venue_type is not null or u.industry_code = t.industry_code))"
            + " and t.status <> 'CLOSED' and not ledger_regulated(t.county_code || '000000', t.industry_code, t.venue_type,"
            + " ledger_today())";

    @Override
    public List<ReadType> types() {
        return List.of(enterprise(), person(), assignment());
    }

    private static ReadType enterprise() {
        return ReadType.of(
                        "Enterprise",
                        "enterprise",
                        "An enterprise under supervision (生产经营单位). Seen by authorities of its area and trade, and by itself.")
                .node(NodeType.ENTERPRISE)
                .text("creditCode!", "Unified social credit code (统一社会信用代码, GB 32100-2015), 18 characters.")
                .text("name!", "Name.")
                .text("industry!", "industry_code", "Division of GB/T 4754-2017: a letter and two digits.")
                .label("industry!", "Industry", "industry_code")
                .text("sector", "Code of its key sector (重点行业领域); null when it belongs to none.")
                .label("sector", "KeySector", "sector")
                .text("venueType", "Code of the kind of venue (场所类型) that it is; null for none.")
                .label("venueType", "VenueType", "venue_type")
                .choice(
                        "supervisionClass",
                        SupervisionClass.class,
                        "How closely it is supervised; null where nobody graded it.")
                .text("address!", "Address.")
                .integer("employees!", "Number of employees.")
                .decimal("longitude", "Longitude in degrees, WGS 84.")
                .decimal("latitude", "Latitude in degrees, WGS 84.")
                .choice("status!", EnterpriseStatus.class, "Whether it is at work.")
                .reference(
                        "jurisdiction!",
                        "Jurisdiction",
                        "division_code",
                        "code",
                        "The jurisdiction in which the enterprise lies.")
                .root(
                        "enterprise",
                        Permission.READ,
                        "One enterprise by either of the two; null when it does not exist or is out of the caller's area.")
                .rootAlsoBy("creditCode", "Unified social credit code.", CreditCode::require)
                .list(ReadList.of(
                                "enterprises",
                                Permission.READ,
                                "Enterprises of the caller's area, by pinyin (拼音) of their names.")
                        .ascending("NAME", "By name.", "name text", "id uuid")
                        .filter(
                                "enterprises",
                                AreaFilters.subtree("Division code whose subtree to list."),
                                AreaFilters.industry(
                                        "Section (letter) or division (letter and two digits) of GB/T 4754-2017."),
                                Filter.code("sector", "sector", "Code of a key sector."),
                                Filter.code("venueType", "venue_type", "Code of a kind of venue."),
                                Filter.of(
                                        "undeterminedRegulatorId",
                                        "ID",
                                        "Only enterprises that this entry of the queue REGULATOR_UNDETERMINED concerns.",
                                        (conditions, value, path) -> conditions.add(
                                                UNREGULATED,
                                                "undetermined",
                                                NodeId.require(NodeType.UNDETERMINED_REGULATOR, (String) value, path))),
                                Filter.choice("status", EnterpriseStatus.class, "status", "Status."),
                                Filter.search("the name")));
    }

    private static ReadType person() {
        return ReadType.of(
                        "Person",
                        "person",
                        "A person who holds a post. Seen by authorities of the area; an enterprise sees its own people.")
                .node(NodeType.PERSON)
                .text("name!", "Name.")
                .toldText(
                        "phone",
                        "to_jsonb($.phone)",
                        (stored, caller) -> Person.masked(stored.asText()),
                        "Phone number with its middle digits hidden.")
                .text(
                        "certificateNumber",
                        "Number of the certificate for administrative inspections (执法证号); null without one.")
                .reference("post", "Post", "post_id", "The post that the person holds; null when it is out of scope.")
                .day("certificateFrom", "First day of the certificate; null where that is not known.")
                .day("certificateTo", "Last day of the certificate; null where that is not known.")
                .list(ReadList.of(
                                "people",
                                Permission.READ,
                                "People of the caller's area, by pinyin of their names: to name the officers of an inspection or a holder.")
                        .ascending("NAME", "By name.", "name text", "id uuid")
                        .arguments(
                                AreaFilters.subtree("Division code whose subtree to list."),
                                Filter.truth(
                                        "certified",
                                        "t.certificate_number is not null",
                                        "Only people with, or without, a certificate number."),
                                Filter.ofCaller(
                                        "mine",
                                        "subject",
                                        "Only the person whom the register has with the caller's account, or only the others."),
                                Filter.search("the name")))
                .ofViewer(
                        "person",
                        "The person whom the register has with the caller's account; null for none.",
                        "subject");
    }

    private static ReadType assignment() {
        return ReadType.of(
                        "ResponsibilityAssignment",
                        "responsibility_assignment",
                        "Who holds one of the four responsibilities (四方责任), for which place, trade or enterprise, and when.")
                .node(NodeType.RESPONSIBILITY)
                .choice("party!", ResponsibilityParty.class, "Which of the four parties.")
                .text(
                        "industry",
                        "industry_code",
                        "Section or division of GB/T 4754-2017 that it is limited to; null for every trade.")
                .label("industry", "Industry", "industry_code")
                .toldText(
                        "holderName",
                        "jsonb_build_object('party', $.party, 'name', $.holder_name)",
                        PartyReading::holderName,
                        "Name of the holder; null of an enterprise's people for integrations without the scope"
                                + " `personal-data`.")
                .text("holderTitle!", "Title of the holder's post.")
                .reference(
                        "holderDepartment",
                        "Department",
                        "department_code",
                        "code",
                        "The department in which the holder had the post; null for none.")
                .day("validFrom!", "First day.")
                .day("validTo", "Last day; null while it is open-ended.")
                .integer("version!", "Version, for `expectedVersion`.")
                .reference(
                        "jurisdiction!",
                        "Jurisdiction",
                        "division_code",
                        "code",
                        "The place that the assignment is for.")
                .reference(
                        "enterprise",
                        "Enterprise",
                        "enterprise_id",
                        "The enterprise that the assignment is limited to; null for all, or when it is out of scope.")
                .list(ReadList.of(
                                "responsibilityAssignments",
                                Permission.READ_RESPONSIBILITIES,
                                "The responsibility register of the caller's area and of the places above it, by first day.")
                        .ascending("VALID_FROM", "By first day.", "valid_from date", "id uuid")
                        .filter(
                                "assignments",
                                Filter.choice("party", ResponsibilityParty.class, "party", "Party."),
                                AreaFilters.subtree("Division code whose subtree to list."),
                                Filter.node(
                                        "enterpriseId",
                                        NodeType.ENTERPRISE,
                                        "enterprise_id",
                                        "Only assignments for this enterprise."),
                                Filter.validOn("Only assignments valid on this day.")))
                .payload(
                        "ResponsibilityAssignmentPayload",
                        "responsibilityAssignment",
                        "The assignment, or why there is none.");
    }

    private static @Nullable String holderName(JsonNode stored, Caller reader) {
        return ResponsibilityParty.valueOf(stored.get("party").asText()).isNamedTo(reader)
                ? stored.get("name").asText()
                : null;
    }
}
