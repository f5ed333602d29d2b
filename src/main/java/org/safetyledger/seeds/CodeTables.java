package org.safetyledger.seeds;

import static org.safetyledger.seeds.CellFormat.CODE;
import static org.safetyledger.seeds.CellFormat.DATE;
import static org.safetyledger.seeds.CellFormat.DIVISION_CODE;
import static org.safetyledger.seeds.CellFormat.INDUSTRY_CODE;
import static org.safetyledger.seeds.CellFormat.KIND;
import static org.safetyledger.seeds.CellFormat.NAME;
import static org.safetyledger.seeds.CellFormat.TEXT;
import static org.safetyledger.seeds.CellFormat.listOf;
import static org.safetyledger.seeds.CellFormat.oneOf;
import static org.safetyledger.seeds.CellFormat.wholeNumber;
import static org.safetyledger.seeds.Column.later;
import static org.safetyledger.seeds.Column.optional;
import static org.safetyledger.seeds.Column.required;

/** The files of reference data: what every installation needs, and what production loads. */
final class CodeTables {

    /** How the content of a row is known; empty where nobody noted it. */
    private static final CellFormat EVIDENCE = oneOf("READ", "RECALLED", "INFERRED");

    private static final CellFormat EVIDENCE_OR_DEFAULT = oneOf("READ", "RECALLED", "INFERRED", "DEFAULT");

    private static final CellFormat SIGNED = CellFormat.signedNumber(1_000);

    private CodeTables() {}

    static SeedFile divisions() {
        return SeedFile.named("divisions.csv", "division")
                .columns(
                        required("code", DIVISION_CODE),
                        required("name", NAME),
                        required("level", oneOf("PROVINCE", "CITY", "COUNTY", "TOWN")),
                        required("kind", oneOf("ADMINISTRATIVE", "FUNCTIONAL_ZONE")),
                        optional("parent", DIVISION_CODE).into("parent_code"),
                        required("valid_from", DATE),
                        optional("valid_to", DATE))
                .key("code")
                .id(row -> SeedIds.division(row.requiredText("code")))
                .refersTo(Reference.DIVISION, "parent")
                .rule(RowRule.codeFitsLevel())
                .rule(RowRule.parentIsPrefix())
                .defines(Reference.DIVISION)
                .declared();
    }

    static SeedFile industries() {
        return SeedFile.named("industries.csv", "industry")
                .columns(
                        required("code", INDUSTRY_CODE),
                        required("name", NAME),
                        later("name_en", NAME),
                        optional("parent", INDUSTRY_CODE).into("parent_code"),
                        required("standard", NAME),
                        required("valid_from", DATE),
                        optional("valid_to", DATE))
                .key("code")
                .refersTo(Reference.INDUSTRY, "parent")
                .defines(Reference.INDUSTRY)
                .declared();
    }

    static SeedFile matters() {
        return SeedFile.named("matters.csv", "matter")
                .columns(
                        required("code", KIND),
                        required("name", NAME),
                        later("name_en", NAME),
                        required("valid_from", DATE),
                        optional("valid_to", DATE))
                .key("code")
                .declared();
    }

    static SeedFile venueTypes() {
        return SeedFile.named("venue-types.csv", "venue_type")
                .columns(
                        required("code", KIND),
                        required("name", NAME),
                        optional("name_en", NAME),
                        required("source", TEXT),
                        required("evidence", EVIDENCE_OR_DEFAULT),
                        optional("note", TEXT),
                        required("valid_from", DATE),
                        optional("valid_to", DATE))
                .key("code")
                .declared();
    }

    static SeedFile departments() {
        return SeedFile.named("departments.csv", "department")
                .columns(
                        required("code", CODE),
                        required("name", NAME),
                        required("division", DIVISION_CODE).into("division_code"),
                        required("kind", KIND),
                        optional("industries", listOf(INDUSTRY_CODE)).unwritten(),
                        later("matters", listOf(KIND)).unwritten(),
                        later("venues", listOf(KIND)).unwritten(),
                        later("document", TEXT),
                        later("valid_to", DATE))
                .key("code")
                .id(row -> SeedIds.department(row.requiredText("code")))
                .target("industries", "coalesce(?::text[], '{}')", "industries")
                .target("matters", "coalesce(?::text[], '{}')", "matters")
                .target("venues", "coalesce(?::text[], '{}')", "venues")
                .refersTo(Reference.DIVISION, "division")
                .refersTo(Reference.INDUSTRY, "industries")
                .refersTo(Reference.MATTER, "matters")
                .refersTo(Reference.VENUE_TYPE, "venues")
                .declared();
    }

    static SeedFile keySectors() {
        return SeedFile.named("key-sectors.csv", "key_sector")
                .columns(
                        required("code", CODE),
                        required("name", NAME),
                        later("name_en", NAME),
                        required("valid_from", DATE),
                        optional("valid_to", DATE))
                .key("code")
                .declared();
    }

    static SeedFile hazardCategories() {
        return SeedFile.named("hazard-categories.csv", "hazard_category")
                .columns(
                        required("code", CODE),
                        required("name", NAME),
                        later("name_en", NAME),
                        required("nature", oneOf("UNSAFE_STATE", "UNSAFE_ACT", "ENVIRONMENT", "MANAGEMENT")),
                        required("area", oneOf("BASIC_MANAGEMENT", "ON_SITE_MANAGEMENT")),
                        required("valid_from", DATE),
                        optional("valid_to", DATE),
                        later("matter", KIND))
                .key("code")
                .refersTo(Reference.MATTER, "matter")
                .declared();
    }

    static SeedFile categoryMappings() {
        return SeedFile.named("category-mappings.csv", "category_mapping")
                .columns(
                        required("category", CODE).into("category_code"),
                        required("standard", NAME),
                        optional("code", CODE),
                        required("name", NAME),
                        required("evidence", EVIDENCE))
                .key("category", "standard", "name")
                .conflict("category_code", "standard", "name")
                .refersTo(Reference.HAZARD_CATEGORY, "category")
                .declared();
    }

    static SeedFile judgementStandards() {
        return SeedFile.named("judgement-standards.csv", "judgement_standard")
                .columns(
                        required("code", CODE),
                        required("title", NAME),
                        later("title_en", NAME),
                        optional("document_number", NAME),
                        optional("issuing_body", NAME),
                        optional("sector", CODE),
                        optional("categories", listOf(CODE)).unwritten(),
                        required("valid_from", DATE),
                        optional("valid_to", DATE),
                        optional("evidence", EVIDENCE),
                        optional("note", TEXT))
                .key("code")
                .target("categories", "coalesce(?::text[], '{}')", "categories")
                .refersTo(Reference.KEY_SECTOR, "sector")
                .refersTo(Reference.HAZARD_CATEGORY, "categories")
                .declared();
    }

    static SeedFile judgementClauses() {
        return SeedFile.named("judgement-clauses.csv", "judgement_clause")
                .columns(
                        required("standard", CODE).into("standard_code"),
                        required("clause", NAME),
                        later("position", wholeNumber(1)).unwritten(),
                        required("effect", oneOf("MAJOR", "NOT_MAJOR", "METHOD")),
                        required("summary", TEXT),
                        optional("evidence", EVIDENCE))
                .key("standard", "clause")
                .conflict("standard_code", "clause")
                .target("position", "coalesce(?::integer, 0)", "position")
                .refersTo(Reference.JUDGEMENT_STANDARD, "standard")
                .declared();
    }

    static SeedFile workingCalendar() {
        return SeedFile.named("working-calendar.csv", "calendar_day")
                .columns(
                        required("date", DATE).into("day"),
                        required("kind", oneOf("HOLIDAY", "WORKDAY")),
                        required("name", NAME),
                        later("name_en", NAME),
                        optional("source", TEXT))
                .key("date")
                .conflict("day")
                .declared();
    }

    static SeedFile deadlineRules() {
        return SeedFile.named("deadline-rules.csv", "deadline_rule")
                .columns(
                        required("code", CODE),
                        required("subject", KIND),
                        optional("grade", KIND),
                        required("amount", wholeNumber(0)),
                        required("unit", oneOf("WORKING_DAY", "NATURAL_DAY", "HOUR", "YEAR")),
                        required("source", TEXT),
                        required("evidence", EVIDENCE_OR_DEFAULT),
                        optional("note", TEXT),
                        required("valid_from", DATE),
                        optional("valid_to", DATE))
                .key("code")
                .apart("subject", "grade")
                .declared();
    }

    static SeedFile limitRules() {
        return SeedFile.named("limit-rules.csv", "limit_rule")
                .columns(
                        required("code", CODE),
                        required("subject", KIND),
                        optional("applies_to", CODE),
                        required("amount", wholeNumber(0)),
                        required("unit", oneOf("COUNT", "PERCENT", "DAY_OF_MONTH", "MINUTE_OF_DAY")),
                        required("source", TEXT),
                        required("evidence", EVIDENCE_OR_DEFAULT),
                        optional("note", TEXT),
                        required("valid_from", DATE),
                        optional("valid_to", DATE))
                .key("code")
                .apart("subject", "applies_to")
                .declared();
    }

    static SeedFile escalationRules() {
        return SeedFile.named("escalation-rules.csv", "escalation_rule")
                .columns(
                        required("code", CODE),
                        optional("subject", KIND),
                        required("rung", wholeNumber(1)),
                        required("amount", SIGNED),
                        required("unit", oneOf("WORKING_DAY", "NATURAL_DAY", "HOUR")),
                        required("action", oneOf("REMIND", "ESCALATE", "PROPOSE_INTERVIEW")),
                        required("addressee", oneOf("RESPONSIBLE", "OFFICER", "LEADER")),
                        optional("level", oneOf("COUNTY", "CITY")),
                        required("source", TEXT),
                        required("evidence", EVIDENCE_OR_DEFAULT),
                        optional("note", TEXT),
                        required("valid_from", DATE),
                        optional("valid_to", DATE))
                .key("code")
                .rule(RowRule.momentInItsPlainUnit())
                .rule(RowRule.levelOfAuthorities())
                .apart("subject", "rung")
                .apart("subject", "amount", "unit")
                .declared();
    }

    static SeedFile dutyRules() {
        return SeedFile.named("duty-rules.csv", "duty_rule")
                .columns(
                        required("code", CODE),
                        required("post_kind", KIND),
                        required("kind", oneOf("BUSINESS", "SAFETY")),
                        required("title", NAME),
                        optional("title_en", NAME),
                        required("form", oneOf("MEETING", "FIELD_CHECK")),
                        required("period", oneOf("MONTHLY", "QUARTERLY", "YEARLY")),
                        required("source", TEXT),
                        required("evidence", EVIDENCE_OR_DEFAULT),
                        optional("note", TEXT),
                        required("valid_from", DATE),
                        optional("valid_to", DATE),
                        later("proof_required", oneOf("true", "false")).unwritten())
                .key("code")
                .target("duty", "?", "code")
                .target("proof_required", "coalesce(?::boolean, false)", "proof_required")
                .declared();
    }

    static SeedFile paperForms() {
        return SeedFile.named("paper-forms.csv", "paper_form")
                .columns(
                        required("kind", KIND),
                        required("title", NAME),
                        optional("title_en", NAME),
                        required("abbreviation", NAME),
                        required("legal_basis", TEXT),
                        optional("remedy", TEXT),
                        required("evidence", EVIDENCE),
                        later("rights", TEXT))
                .key("kind")
                .declared();
    }

    static SeedFile checklists() {
        return SeedFile.named("checklists.csv", "checklist")
                .columns(
                        required("code", CODE),
                        required("version", wholeNumber(1)),
                        required("title", NAME),
                        optional("sector", CODE),
                        required("valid_from", DATE),
                        optional("valid_to", DATE),
                        later("matter", KIND))
                .key("code", "version")
                .id(row -> SeedIds.checklist(row.requiredText("code"), row.requiredNumber("version")))
                .refersTo(Reference.KEY_SECTOR, "sector")
                .refersTo(Reference.MATTER, "matter")
                .declared();
    }

    static SeedFile checklistItems() {
        return SeedFile.named("checklist-items.csv", "checklist_item")
                .columns(
                        required("checklist", CODE).unwritten(),
                        required("version", wholeNumber(1)).unwritten(),
                        required("number", wholeNumber(1)),
                        required("text", TEXT),
                        optional("basis", TEXT),
                        optional("category", CODE).into("category_code"))
                .key("checklist", "version", "number")
                .conflict("checklist_id", "number")
                .id(row -> SeedIds.checklistItem(
                        row.requiredText("checklist"), row.requiredNumber("version"), row.requiredNumber("number")))
                .target(
                        "checklist_id",
                        "(select id from checklist where code = ? and version = ?)",
                        "checklist",
                        "version")
                .refersTo(Reference.CHECKLIST, "checklist", "version")
                .refersTo(Reference.HAZARD_CATEGORY, "category")
                .declared();
    }
}
