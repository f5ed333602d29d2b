package org.safetyledger.jurisdiction.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.jurisdiction.HazardArea;
import org.safetyledger.jurisdiction.HazardNature;
import org.safetyledger.jurisdiction.Provenance;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How the code tables of the trade are read, which other types lead to beside their codes. */
@ApplicationScoped
public class CodeTableReading implements ReadSource {
    private static final String VALID_ON = "Only codes valid on this day.";

    @Override
    public List<ReadType> types() {
        return List.of(hazardCategory(), industry(), keySector(), matter(), venueType());
    }

    private static ReadType hazardCategory() {
        return coded("HazardCategory", "hazard_category", "A category of hazards (隐患类别). Seen by every caller.")
                .choice("nature!", HazardNature.class, "What is unsafe about such a hazard.")
                .choice("area!", HazardArea.class, "Where such a hazard is found.")
                .text(
                        "matter",
                        "Code of the matter, e.g. FIRE, to whose supervisors such a hazard belongs in whatever trade; null"
                                + " for none.")
                .label("matter", "Matter", "matter")
                .list(byCode("hazardCategories", "The categories of hazards, by code.")
                        .arguments(
                                Filter.code("matter", "matter", "Only those of this matter's code."),
                                Filter.validOn(VALID_ON)));
    }

    private static ReadType industry() {
        return coded(
                        "Industry",
                        "industry",
                        "A section (a letter) or division (a letter and two digits) of the national classification of"
                                + " industries (国民经济行业分类). Seen by every caller.")
                .text("standard!", "The classification and its edition, e.g. GB/T 4754-2017.")
                .reference(
                        "parent", "Industry", "parent_code", "code", "The section of a division; null for a section.")
                .list(byCode("industries", "The sections and divisions of the classification of industries, by code.")
                        .arguments(
                                Filter.truth("sections", "t.parent_code is null", "Only sections, or only divisions."),
                                Filter.code("parent", "parent_code", "Only the divisions of this section's code."),
                                Filter.validOn(VALID_ON)));
    }

    private static ReadType keySector() {
        return coded(
                        "KeySector",
                        "key_sector",
                        "A sector whose governance has priority (重点行业领域). Seen by every caller.")
                .list(byCode("keySectors", "The key sectors, by code.").arguments(Filter.validOn(VALID_ON)));
    }

    private static ReadType matter() {
        return coded(
                        "Matter",
                        "matter",
                        "A matter that one department supervises in all trades (监管事项), such as fire safety. Seen by every"
                                + " caller.")
                .list(byCode("matters", "The matters, by code.").arguments(Filter.validOn(VALID_ON)));
    }

    private static ReadType venueType() {
        return coded(
                        "VenueType",
                        "venue_type",
                        "A kind of venue that is regulated as such, whatever its trade (场所类型), such as a homestay. Seen by"
                                + " every caller.")
                .text("source!", "The document or default that it comes from.")
                .choice("provenance!", "evidence", Provenance.class, "How the content is known.")
                .text("note", "What is to be known about this entry.")
                .list(byCode("venueTypes", "The kinds of venues, by code.").arguments(Filter.validOn(VALID_ON)));
    }

    private static ReadType coded(String name, String table, String said) {
        return ReadType.of(name, table, said)
                .text("code!", "Code.")
                .text("name!", "Name in Chinese.")
                .text("nameEn", "Name in English; null where the loaded table has none.")
                .day("validFrom!", "First day of the code's validity.")
                .day("validTo", "Last day of the code's validity; null while it is valid.");
    }

    private static ReadList byCode(String field, String said) {
        return ReadList.of(field, Permission.READ, said).ascending("CODE", "By code.", "code text");
    }
}
