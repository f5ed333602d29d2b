package org.safetyledger.jurisdiction.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.jurisdiction.Division;
import org.safetyledger.read.Conditions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How jurisdictions and their departments are read. */
@ApplicationScoped
public class JurisdictionReading implements ReadSource {
    private static final int LENGTH_OF_CODE = 12;

    @Override
    public List<ReadType> types() {
        return List.of(jurisdiction(), department());
    }

    private static ReadType jurisdiction() {
        return ReadType.of(
                        "Jurisdiction",
                        "division",
                        "An area of administration (辖区): a city, county, town or functional zone. Seen by every caller.")
                .node(NodeType.JURISDICTION)
                .text(
                        "code!",
                        "12-digit division code (GB/T 2260 and GB/T 10114), or a local extension code for a functional"
                                + " zone.")
                .text("name!", "Name.")
                .choice("level!", DivisionLevel.class, "Level.")
                .choice("kind!", Division.Kind.class, "Kind.")
                .day("validFrom!", "First day of the code's validity.")
                .day("validTo", "Last day of the code's validity; null while it is valid.")
                .reference(
                        "parent",
                        "Jurisdiction",
                        "parent_code",
                        "code",
                        "The jurisdiction one level above; null for the province.")
                .members(
                        "children!",
                        "Jurisdiction",
                        "parent_code",
                        "code",
                        100,
                        List.of("code"),
                        "The jurisdictions one level below, by code.")
                .members(
                        "departments!",
                        "Department",
                        "division_code",
                        "code",
                        100,
                        List.of("code"),
                        "The departments of this jurisdiction's government, by code.")
                .rootByCode(
                        "jurisdiction",
                        Permission.READ,
                        "One jurisdiction by its division code; null when there is none.",
                        "12-digit division code.")
                .list(ReadList.of("jurisdictions", Permission.READ, "Jurisdictions by code.")
                        .ascending("CODE", "By code.", "code text")
                        .arguments(
                                Filter.choice("level", DivisionLevel.class, "level", "Only this level."),
                                Filter.of(
                                        "subtreeOf",
                                        "String",
                                        "Only the subtree of this division code, itself included.",
                                        JurisdictionReading::inSubtree),
                                Filter.validOn("Only codes valid on this day.")));
    }

    private static void inSubtree(Conditions conditions, Object value, String path) {
        String code = Texts.code((String) value, path);
        Refusal unknown = Refusal.at(path, ErrorCode.UNKNOWN_CODE, code);
        if (code.length() != LENGTH_OF_CODE) {
            throw unknown;
        }
        conditions
                .requireRow("division", "code", code, unknown)
                .add("starts_with(t.code, :prefix)", "prefix", DivisionLevel.prefix(code));
    }

    private static ReadType department() {
        return ReadType.of(
                        "Department",
                        "department",
                        "A department of a government (部门) with the industries it regulates (三管三必须). Seen by every caller.")
                .node(NodeType.DEPARTMENT)
                .text("code!", "Code.")
                .text("name!", "Name.")
                .text("kind!", "Kind, e.g. EMERGENCY_MANAGEMENT.")
                .texts("industries!", "industries", "Sections or divisions of GB/T 4754-2017 that it regulates.")
                .labels("industryLabels", "Industry", "industries", 50, "What its `industries` stand for, by code.")
                .texts(
                        "matters!",
                        "matters",
                        "Codes of the matters that it supervises in all trades, e.g. FIRE; GENERAL_SUPERVISION reaches every"
                                + " trade.")
                .labels("matterLabels", "Matter", "matters", 20, "What its `matters` stand for, by code.")
                .texts("venues!", "venues", "Codes of the kinds of venues that it regulates, whatever their trade.")
                .labels("venueLabels", "VenueType", "venues", 50, "What its `venues` stand for, by code.")
                .text("document", "The document that gives it these duties; null where none was loaded.")
                .day("validTo", "Its last day; null while it exists.")
                .reference(
                        "jurisdiction!",
                        "Jurisdiction",
                        "division_code",
                        "code",
                        "The jurisdiction whose government the department belongs to.")
                .rootByCode(
                        "department", Permission.READ, "One department by its code; null when there is none.", "Code.")
                .list(ReadList.of("departments", Permission.READ, "Departments by code.")
                        .ascending("CODE", "By code.", "code text")
                        .arguments(Filter.code("jurisdiction", "division_code", "Only those of this division code.")));
    }
}
